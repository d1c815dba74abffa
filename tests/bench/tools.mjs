// How each tool is used: what to wait for and what to click.

const ours = {
  name: "Plumbline",
  /** From the address to the first question. The start page stands between them. */
  steps: [
    { name: "button", selector: ".start .choice button", click: true },
    { name: "question", selector: ".question-card input[type=radio]" },
  ],
  /** To the first question of all. The quick check would be over before there are enough answers. */
  begin: [".start .choice:nth-of-type(2) button", "nav li:first-child button", ".tasks .task"],
  question: ".question-card",
  next: ".page > .actions button:first-child",
  openNote: ".question-card .more button",
  note: ".question-card textarea[id$=-note]",
};

const surveyjs = {
  name: "SurveyJS",
  steps: [{ name: "question", selector: ".sd-question input[type=radio]" }],
  begin: [],
  question: ".sd-question",
  next: ".sd-navigation__next-btn",
  note: ".sd-question textarea",
};

export const tools = { ours, surveyjs };
