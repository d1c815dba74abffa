// The same assessment in two tabs: one writes, the other reads, and neither overwrites the other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { session } from "./harness/session.mjs";
import { say } from "./harness/words.mjs";

const here = session();
const [first] = quick;

test("the second tab reads only, until it takes the assessment over", async () => {
  const { browser, widget } = here;
  const { driver } = browser;
  const may = () => widget.run((root) => !root.querySelector(".question-card fieldset.question").disabled);
  const elsewhere = () => widget.has(".notice strong", say("elsewhere.title"));

  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "1");
  await widget.saved();
  const one = await driver.getWindowHandle();

  await driver.switchTo().newWindow("tab");
  const other = await driver.getWindowHandle();
  await here.visit();
  await widget.resume();
  await until("the notice of the second tab", elsewhere);
  assert.equal(await may(), false, "the second tab reads only");
  assert.equal((await widget.answers())[first.id], "1");

  await driver.switchTo().window(one);
  assert.equal(await elsewhere(), false);
  await widget.answer(first.id, "2");
  await widget.saved();

  await driver.switchTo().window(other);
  await widget.press("elsewhere.take");
  await until("the second tab to write", may);
  assert.equal((await widget.answers())[first.id], "2", "what the first tab wrote meanwhile is here");
  await widget.answer(first.id, "3");
  await widget.saved();

  await driver.switchTo().window(one);
  await until("the notice of the first tab", elsewhere);
  assert.equal(await may(), false, "now the first tab reads only");
  await until("the answer of the second tab in the first", async () => (await widget.answers())[first.id] === "3", { seconds: 5 }).catch(
    () => {}, // It may show what it had; it must not write it.
  );

  await browser.reload();
  await widget.ready();
  await widget.resume();
  await until("the answer of the second tab", async () => (await widget.answers())[first.id] === "3");

  await driver.switchTo().window(other);
  await browser.reload();
  await widget.ready();
  await widget.resume();
  await until("the answer after all", async () => (await widget.answers())[first.id] === "3");
  await driver.close();
  await driver.switchTo().window(one);
});

test("when the tab that writes is closed, the other one can go on", async () => {
  const { browser, widget } = here;
  const { driver } = browser;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "1");
  await widget.saved();
  const one = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  await here.visit();
  await widget.resume();
  await widget.reads(say("elsewhere.title"));
  const other = await driver.getWindowHandle();

  await driver.switchTo().window(one);
  await driver.close();
  await driver.switchTo().window(other);
  await widget.press("elsewhere.take");
  await until("this tab to write", async () => !(await widget.text()).includes(say("elsewhere.title")));
  await widget.answer(first.id, "4");
  await widget.saved();
  await browser.reload();
  await widget.ready();
  await widget.resume();
  await until("the answer", async () => (await widget.answers())[first.id] === "4");
  assert.equal(await widget.has(".notice strong", say("elsewhere.title")), false);
});
