// A visitor does the quick check with the mouse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { answerPages, control, plan, reason } from "./harness/run.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { pattern, say } from "./harness/words.mjs";

const here = session();

test("the whole quick check leads to a result, without a request on the way", async () => {
  const { browser, host, widget } = here;
  await here.first();
  assert.equal(await widget.heading(), say("start.title"));
  await widget.press("start.quick.begin");
  await widget.saved();
  await host.quiet();
  const resources = () => browser.run(() => performance.getEntriesByType("resource").length);
  const before = [host.requests.length, await resources()];

  const given = await answerPages(widget);
  assert.deepEqual(Object.keys(given), quick.map((item) => item.id));
  await widget.saved();
  assert.match(await widget.text(), pattern("saving.done"));

  await widget.press("page.check");
  await widget.at(say("check.title"));
  await widget.reads(say("check.dont_know_one", { n: 1 }));
  assert.equal(await widget.has("h3", say("check.unanswered_one", { n: 1 })), false);

  await widget.press("check.result");
  const stops = quick.filter((item) => item.stage1 && ["0", "1"].includes(plan(item.id))).length;
  await widget.at(say(stops > 0 ? "verdict.not1" : "verdict.open1"));
  const form = stops === 1 ? "one" : "other";
  if (stops > 0) await widget.reads(say(`meaning.stops1_${form}`, { n: stops }));
  await widget.click("details.sure > summary");
  await widget.reads(pattern("result.quick"));
  await widget.reads(pattern("score.range"));
  const rows = await widget.run((root) => root.querySelectorAll("table.figures tbody tr").length);
  assert.ok(rows >= 3 + 7 + 4, `${rows} figures`);

  await widget.click("table.figures button", say("scores.overall"));
  await widget.at(say("scores.overall"));
  assert.deepEqual([host.requests.length, await resources()], before, "nothing was requested");
  await nothingWrong(browser);
});

test("after a reload in the middle, it goes on at the last question with every answer", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  const given = await answerPages(widget, 3);
  const [last] = await widget.questions();
  await widget.unfold(last, "more.note");
  await widget.type(`[data-item="${last}"] .opened textarea`, "Ask the landlord about the key.");
  await widget.saved();
  const heading = await widget.heading();

  await browser.reload();
  await widget.ready();
  await widget.resume();
  await widget.at(heading);
  await widget.unfold(last, "more.note");
  await until("the note", () => widget.find(`[data-item="${last}"] .opened textarea`));
  assert.equal(await widget.value(`[data-item="${last}"] .opened textarea`), "Ask the landlord about the key.");
  for (;;) {
    for (const [id, value] of Object.entries(await widget.answers())) {
      assert.equal(value, given[id], `the answer to ${id}`);
      delete given[id];
    }
    if (!(await widget.has("button", say("page.before")))) break;
    const [first] = await widget.questions();
    await widget.press("page.before");
    await until("the page before", async () => !(await widget.questions()).includes(first));
  }
  assert.deepEqual(given, {}, "every answer was seen");
  await nothingWrong(browser);
});

/** Begins a quick check and leaves the control out that can be. */
async function leaveOut(widget) {
  await widget.press("start.quick.begin");
  await widget.go("nav.search");
  await widget.type("#search-words", control.name);
  await widget.click(".hits button", `${control.id} ${control.name}`);
  await widget.answer(control.id, "not-applicable");
}

test("a reason for leaving a control out survives a visit from the start", async () => {
  const { browser, host, widget } = here;
  await here.first();
  await leaveOut(widget);
  const field = `[data-item="${control.id}"] .reason textarea`;
  await widget.reads(say("reason.empty"));
  await widget.type(field, "n/a");
  await widget.reads(say("reason.says_nothing"));
  await widget.type(field, `. ${reason}`);
  await until("the objection to go", async () => !(await widget.text()).includes(say("reason.says_nothing")));
  await widget.saved();

  await browser.go(host.url("/pages/empty.html"));
  await browser.go(host.url("/"));
  await widget.ready();
  await widget.resume();
  await until("the reason", async () => (await widget.value(field)) === `n/a. ${reason}`);
});

test("a fact that is offered for leaving a control out is taken with a click and can be edited", async () => {
  const { widget } = here;
  await here.first();
  await leaveOut(widget);
  await widget.reads(say("reason.facts"));
  await widget.click(".facts button", reason);
  const field = `[data-item="${control.id}"] .reason textarea`;
  await until("the fact to stand as the reason", async () => (await widget.value(field)) === reason);
  await until("no objection", async () => !(await widget.text()).includes(say("reason.empty")));
  await widget.undo();
  await widget.reads(say("reason.empty"));
});
