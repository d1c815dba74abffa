// Our own page has addresses for its views; a host page keeps its history, title, focus and place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./harness/processes.mjs";
import { quick } from "./harness/pack.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { say } from "./harness/words.mjs";

const here = session();
const address = () => here.browser.run(() => decodeURIComponent(location.hash));
const title = () => here.browser.run(() => document.title);
const [first] = quick;

test("on our own page, back and forward change the view, the address and the title", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await until("the address of the question", async () => (await address()) === `#/question/${first.id}/sections`);
  const question = await widget.heading();
  await until("the title", async () => (await title()).includes(question));

  await widget.go("nav.check");
  await widget.at(say("check.title"));
  assert.equal(await address(), "#/check");
  assert.ok((await title()).includes(say("check.title")), await title());
  await widget.go("nav.search");
  await widget.at(say("search.title"));

  await browser.driver.navigate().back();
  await widget.at(say("check.title"));
  await browser.driver.navigate().back();
  await widget.at(question);
  assert.ok((await title()).includes(question), await title());
  await browser.driver.navigate().back();
  await widget.at(say("start.title"));
  await browser.driver.navigate().forward();
  await widget.at(question);
  await browser.driver.navigate().forward();
  await widget.at(say("check.title"));
  assert.equal(await address(), "#/check");
  await nothingWrong(browser);
});

test("an address that needs no assessment leads to its view", async () => {
  const { widget } = here;
  await here.first("/#/standards");
  await widget.at(say("standards.title"));
});

test("a page that is loaded again shows the place that it showed", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "3");
  await widget.saved();
  let heading;
  for (const place of ["", "nav.check", "nav.result"]) {
    if (place) await widget.go(place);
    await until("the address", async () => (await address()).includes(place.replace("nav.", "#/")));
    heading = await widget.heading();
    await browser.driver.navigate().refresh();
    await widget.at(heading);
  }
  await widget.go("nav.sections");
  await browser.driver.navigate().back();
  await widget.at(heading);
  await nothingWrong(browser);
});

test("an address of an assessment that is not there shows the start", async () => {
  const { browser, widget } = here;
  await here.first("/#/result");
  await widget.at(say("start.title"));
  await until("the address of the start", () => browser.run(() => location.hash === "#/"));
});

test("an address that leads nowhere shows the start", async () => {
  const { widget } = here;
  await here.first("/#/question/no-such-item/sections");
  await widget.at(say("start.title"));
});

test("on a host page, nothing of the page changes while loading and answering", async () => {
  const { browser, widget } = here;
  const page = () =>
    browser.run(() => ({
      history: history.length,
      address: location.href,
      title: document.title,
      focus: document.activeElement.id,
      top: scrollY,
      left: scrollX,
    }));
  await here.first("/pages/host.html");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const atFirst = await page();
  assert.equal(atFirst.focus, "news", "the field with autofocus keeps the focus");
  assert.equal(atFirst.top, 0, "the page does not scroll to the widget");
  assert.equal(atFirst.title, "Miller Consulting");

  await widget.press("start.quick.begin");
  await widget.saved();
  const begun = await page();
  assert.deepEqual([begun.history, begun.address, begun.title], [atFirst.history, atFirst.address, atFirst.title]);

  // Clicked by a script, so that the browser itself has no reason to move anything.
  await browser.run(() => document.querySelector("#news").focus({ preventScroll: true }));
  const before = await page();
  for (const value of ["3", "0", "dont-know"]) {
    await widget.run((root, value) => root.querySelector(`[data-item] input[value="${value}"]`).click(), value);
    await until("the answer", async () => (await widget.answers())[first.id] === value);
  }
  await widget.saved();
  assert.deepEqual(await page(), before);
  await nothingWrong(browser);
});
