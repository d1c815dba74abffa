// Without a mouse: only key presses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { webkit } from "./harness/engine.mjs";
import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { plan, reason } from "./harness/run.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { pattern, say } from "./harness/words.mjs";

const here = session();

/** What has the focus: its words, its question, and what kind of control it is. */
const focus = () =>
  here.widget.run((root) => {
    const e = root.activeElement;
    if (!e) return null;
    return {
      item: e.closest("[data-item]")?.dataset.item ?? null,
      kind: e.localName === "input" ? e.type : e.localName,
      words: e.innerText?.replace(/\s+/g, " ").trim() ?? "",
    };
  });

/** Presses Tab until something has the focus. */
async function tabTo(what, fits) {
  for (let n = 0; n < 80; n += 1) {
    const at = await focus();
    if (at && fits(at)) return;
    await here.browser.press(Key.TAB);
  }
  assert.fail(`${what} was not reached with Tab; the focus is at ${JSON.stringify(await focus())}`);
}

const button = (key) => tabTo(`the button "${say(key)}"`, (at) => at.kind === "button" && at.words === say(key));

/** Chooses an answer: Space takes the first, arrows move on. */
async function choose(id, value) {
  const { browser, widget } = here;
  await tabTo(`the answers to ${id}`, (at) => at.item === id && at.kind === "radio");
  const values = ["0", "1", "2", "3", "4", "dont-know", "not-applicable"];
  await browser.press(Key.SPACE);
  for (let n = values.indexOf(value); n > 0; n -= 1) await browser.press(Key.ARROW_DOWN);
  await until(`the answer to ${id}`, async () => (await widget.answers())[id] === value);
}

test("the whole quick check can be done with keys alone", async () => {
  const { browser, widget } = here;
  await here.first();
  await button("start.quick.begin");
  await browser.press(Key.ENTER);
  const seen = [];
  for (;;) {
    await until("a page", async () => (await widget.questions()).some((id) => !seen.includes(id)));
    const ids = await widget.questions();
    for (const id of ids) {
      await choose(id, plan(id));
      if (plan(id) === "not-applicable") {
        await tabTo("the field for the reason", (at) => at.item === id && at.kind === "textarea");
        await browser.press(reason);
      }
      seen.push(id);
    }
    if (await widget.has("button", say("page.check"))) break;
    await button("page.continue");
    await browser.press(Key.ENTER);
  }
  assert.deepEqual(seen, quick.map((item) => item.id));
  await widget.saved();
  await button("page.check");
  await browser.press(Key.ENTER);
  await widget.at(say("check.title"));
  await button("check.result");
  await browser.press(Key.SPACE);
  await widget.at(say("verdict.not1"));
  await nothingWrong(browser);
});

test("a new view takes the focus to its heading, and Tab goes on from there", async () => {
  const { browser, widget } = here;
  await here.first();
  await button("start.quick.begin");
  await browser.press(Key.ENTER);
  await until("the focus on the question", async () => (await focus())?.kind === "h3");
  await browser.press(Key.TAB);
  assert.equal((await focus()).kind, "button");
  assert.equal(await widget.run((root) => root.activeElement.closest(".view") !== null), true);
});

test("a question that waits for yes or no has the focus, and lets it go", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.saved();
  await widget.go("nav.library");
  await until("the entry", () => widget.has(".library .card"));
  await button("library.delete");
  await browser.press(Key.ENTER);
  const inside = () => widget.run((root) => root.activeElement?.closest("[role=alertdialog]") != null);
  await until("the focus in the question", inside);
  await button("delete.no");
  await browser.press(Key.ENTER);
  await until("the question to go", async () => !(await widget.has("[role=alertdialog]")));
  await browser.press(Key.TAB);
  assert.ok(await focus(), "Tab goes on in the widget");
});

test("a change is taken back and made again, with the buttons and with keys", async () => {
  const { browser, widget } = here;
  const [first] = quick;
  const is = (value) => until(`the answer ${value}`, async () => (await widget.answers())[first.id] === value);
  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.answer(first.id, "3");

  await widget.undo();
  await is("2");
  await widget.undo("redo");
  await is("3");

  await widget.run((root) => root.querySelector("[data-item] input:checked").focus());
  await browser.chord(Key.CONTROL, "z");
  await is("2");
  await browser.chord(Key.CONTROL, "z");
  await is(null);
  await widget.reads(pattern("announcement.undone"));
  await browser.chord(Key.CONTROL, Key.SHIFT, "z");
  await is("2");
  await browser.chord(Key.CONTROL, "y");
  await is("3");
  await widget.reads(pattern("announcement.redone"));
  await widget.saved();
});

test("a text field keeps the undo that it has of its own", async () => {
  const { browser, widget } = here;
  const [first] = quick;
  const note = `[data-item="${first.id}"] .opened textarea`;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.unfold(first.id, "more.note");
  await widget.type(note, "one two");
  await browser.chord(Key.CONTROL, "z");
  // WebKitGTK's driver presses the keys, but they never undo anything, on no page.
  if (!webkit) await until("the field to take its text back", async () => (await widget.value(note)) !== "one two");
  assert.equal((await widget.answers())[first.id], "2", "the answer stays");
  await browser.chord(Key.CONTROL, "z");
  assert.equal((await widget.answers())[first.id], "2", "the answer still stays");
});
