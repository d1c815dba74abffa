// What is typed is written after a pause, and at once when the page is hidden.

import { test } from "node:test";
import assert from "node:assert/strict";
import { until } from "./harness/processes.mjs";
import { session } from "./harness/session.mjs";

const here = session();

/** Opens the note of the first question, with nothing left to be written. */
async function note() {
  const { widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.saved();
  const [id] = await widget.questions();
  await widget.unfold(id, "more.note");
  return `[data-item="${id}"] .opened textarea`;
}

/** The note as the next page reads it. */
async function read(field) {
  const { browser, widget } = here;
  await browser.reload();
  await widget.ready();
  await widget.resume();
  await widget.unfold((await widget.questions())[0], "more.note");
  await until("the note", () => widget.value(field));
  return widget.value(field);
}

test("what is typed is on disk after a pause", async () => {
  const field = await note();
  await here.widget.type(field, "Ask Ann");
  await here.widget.saved();
  assert.equal(await read(field), "Ask Ann");
});

test("what is typed is on disk when the page is hidden, however short the pause", async () => {
  const { browser, widget } = here;
  const field = await note();
  // No pause ever ends.
  await browser.run(() => {
    const real = window.setTimeout;
    window.setTimeout = (work, ms, ...rest) => (ms > 0 && ms <= 100 ? 0 : real(work, ms, ...rest));
  });
  await widget.type(field, "Ask Bo");
  await new Promise((done) => setTimeout(done, 500));
  assert.ok(!(await widget.has(".saving.done")), "it waits for the pause");
  await browser.run(() => document.dispatchEvent(new Event("visibilitychange")));
  await widget.saved();
  assert.equal(await read(field), "Ask Bo");
});
