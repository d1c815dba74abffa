// The browser dies right after the widget has said that everything is saved.
//
// PLUMBLINE_SOAK_KILLS   how often (default 1)

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./harness/browser.mjs";
import { newProfile, webkit } from "./harness/engine.mjs";
import { serve } from "./harness/host.mjs";

import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { answerPages } from "./harness/run.mjs";
import { Widget } from "./harness/widget.mjs";
import { say } from "./harness/words.mjs";

const profile = newProfile();
let host, browser;

before(async () => {
  host = await serve();
  browser = await open(profile);
});

after(async () => {
  await browser?.close();
  host?.close();
});

const kills = Number(process.env.PLUMBLINE_SOAK_KILLS ?? 1);

test("every answer is there after the browser was killed", async (t) => {
  let widget = new Widget(browser);
  await browser.go(host.url("/"));
  await widget.ready();
  await widget.press("start.quick.begin");
  const given = await answerPages(widget, 2);
  const ids = await widget.questions();
  await widget.saved();

  for (let kill = 0; kill < kills; kill += 1) {
    const id = ids[kill % ids.length];
    await widget.answer(id, (await widget.answers())[id] === "4" ? "3" : "4");
    await widget.saved();
    const shown = await widget.answers();
    widget = await killed(widget);

    await browser.go(host.url("/"));
    await widget.ready();
    await widget.resume();
    await until("the questions", async () => (await widget.questions()).includes(ids[0]));
    assert.deepEqual(await widget.answers(), shown);
  }
  t.diagnostic(`killed ${kills} times`);
  await widget.press("page.before");
  await until("the page before", async () => (await widget.questions()).includes(quick[0].id));
  for (const [id, value] of Object.entries(await widget.answers())) assert.equal(value, given[id], id);
});

/** Ends the browser as a power cut would, and gives the widget of the next one. */
async function killed(widget) {
  if (!webkit) {
    browser.crash();
    browser = await open(profile);
    return new Widget(browser);
  }
  // Under automation WebKitGTK keeps nothing from one start to the next, and its driver gives up
  // when a page's process dies. What is left to try: the page goes without warning, and another
  // one reads what it left.
  const { driver } = browser;
  const gone = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  const other = await driver.getWindowHandle();
  await driver.switchTo().window(gone);
  await driver.close();
  await driver.switchTo().window(other);
  return widget;
}
