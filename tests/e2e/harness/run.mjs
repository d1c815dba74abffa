// Ways through an assessment that several tests take.

import { until } from "./processes.mjs";
import { exclusions, quick } from "./pack.mjs";
import { say } from "./words.mjs";

/** A control of the quick check that can be left out, and a reason that holds. */
export const control = quick.find((item) => exclusions.some((fact) => fact.items.includes(item.id)));
export const reason = exclusions.find((fact) => fact.items.includes(control.id)).text;

/** What the tests answer: all levels in turn, one "don't know", one "not applicable". */
export function plan(id) {
  const position = quick.findIndex((item) => item.id === id);
  if (id === control.id) return "not-applicable";
  return position === 4 ? "dont-know" : String(position % 5);
}

/** Gives an answer with the mouse. */
export async function give(widget, id, value) {
  await widget.answer(id, value);
  if (value === "not-applicable") await widget.type(`[data-item="${id}"] .reason textarea`, reason);
}

/** Answers page after page, until `enough` pages were seen or the last leads to the check. */
export async function answerPages(widget, enough = Infinity) {
  const given = {};
  for (let page = 1; ; page += 1) {
    const ids = await widget.questions();
    for (const id of ids) {
      given[id] = plan(id);
      await give(widget, id, given[id]);
    }
    if (page === enough || (await widget.has(".page > .actions button", say("page.check")))) return given;
    await widget.press("page.continue");
    await until("the next page", async () => !(await widget.questions()).includes(ids[0]));
  }
}
