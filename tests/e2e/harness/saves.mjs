// Save files with plausible answers, so that a test need not click its way to a full assessment.

import { items, pack } from "./pack.mjs";

const note =
  "Discussed with the managing director and the two people from the office; the draft lies in the shared folder and waits for the comments of the tax adviser, who keeps copies of the same papers.";

/** A bakery that has answered nearly everything of the full assessment. */
export function bakery({ questionnaire = pack, mode = "full" } = {}) {
  const all = questionnaire === pack ? items : questionnaire.sections.flatMap((s) => s.items.map((i) => ({ ...i, kind: s.kind })));
  const answers = {};
  all.forEach((item, position) => {
    if (position % 11 === 10) return;
    const answer = position % 13 === 12 ? { dontKnow: true } : { level: [3, 1, 4, 2, 3, 0, 2][position % 7] };
    if (item.kind === "control" && position % 9 === 8) {
      delete answer.level;
      delete answer.dontKnow;
      answer.notApplicable = "We write no software and have none written for us.";
    }
    if (position % 6 === 0) answer.note = note;
    if (position % 5 === 0) answer.evidence = [{ name: "Minutes of the meeting in March", place: "Shared folder, Security" }];
    if (position % 8 === 0) Object.assign(answer, { owner: "Ada Miller", due: "2031-03-31" });
    if (position % 17 === 0) answer.flagged = true;
    answers[item.id] = answer;
  });
  return {
    plumbline: "save",
    format: 1,
    tool: "0.1.0",
    pack: { id: questionnaire.id, version: questionnaire.version },
    name: "",
    mode,
    last: all[0].id,
    organisation: {
      name: "Bäckerei Müller & Söhne",
      size: "11-49",
      sector: "Bread, cakes and catering for weddings in three towns",
      scope: "The bakery, the two shops and the office, with the ordering website that our supplier runs",
      choices: {},
      refused: [],
    },
    answers,
  };
}
