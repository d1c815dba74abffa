// The same questionnaire by SurveyJS, as its documentation says: a model, drawn into an element.
// The questions come as data, which is less to fetch than a whole model would be.

import { Model } from "survey-core";
import "survey-js-ui";
import "survey-core/survey-core.fontless.min.css";
import data from "questionnaire";

const PER_PAGE = 5;

function question(item, kind) {
  const others = [{ value: "dont-know", text: "I don't know" }];
  if (kind === "control") others.push({ value: "not-applicable", text: "Not applicable" });
  return {
    type: "radiogroup",
    name: item.id,
    title: item.question,
    description: item.why,
    choices: [...item.levels.map((text, value) => ({ value, text })), ...others],
    showCommentArea: true,
    commentText: "Note",
  };
}

function pages({ name, kind, items }) {
  const starts = items.map((_, n) => n).filter((n) => n % PER_PAGE === 0);
  const elements = (start) => items.slice(start, start + PER_PAGE);
  return starts.map((n) => ({ title: name, elements: elements(n).map((item) => question(item, kind)) }));
}

const survey = new Model({
  title: data.title,
  // As ours: so many of so many answered. The default draws a dot for each page.
  showProgressBar: true,
  progressBarType: "questions",
  showQuestionNumbers: "off",
  pages: data.sections.flatMap(pages),
});
survey.render(document.getElementById("survey"));
