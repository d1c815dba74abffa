// Days that are typed into a browser's own date field, key by key.
//
// In Chromium and Firefox a part goes on to the next by itself; WebKitGTK waits for an arrow key.
// Chromium gives a value with each digit of a year, the others do when the year is whole or left.
//
// A browser without German words stays one of the machine; the console says the order of the parts.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Key } from "selenium-webdriver";
import { open } from "./harness/browser.mjs";
import { newProfile, webkit } from "./harness/engine.mjs";
import { until } from "./harness/processes.mjs";
import { session } from "./harness/session.mjs";
import { Widget } from "./harness/widget.mjs";
import { day } from "./harness/words.mjs";

const here = session();
const FIELD = "input[type=date][id$=-due]";
const german = {};
after(() => german.browser?.close());

/** A browser made for Germany, on the same site. */
async function inGermany() {
  if (!german.browser) {
    german.browser = await open(newProfile("de-DE"));
    german.widget = new Widget(german.browser);
  }
  return german;
}

/** Which part of a date the field of a browser has first. */
async function order(browser) {
  await browser.go(here.host.url("/pages/empty.html"));
  await browser.run(() => {
    const field = document.createElement("input");
    Object.assign(field, { type: "date", id: "probe", value: "2026-05-15" });
    document.body.append(field);
    field.focus();
  });
  await browser.press(Key.ARROW_UP);
  const value = await browser.run(() => document.querySelector("#probe").value);
  return value === "2026-05-16" ? ["day", "month", "year"] : ["month", "day", "year"];
}

/** The target date of the first question. */
async function due({ browser, widget }) {
  await browser.go(here.host.url("/pages/empty.html"));
  await browser.go(here.host.url("/"));
  await widget.ready();
  // The page knows what this browser keeps before it has read it: to begin anew would go away then.
  const kept = await browser.run(() => localStorage.getItem("plumbline-kept") !== null);
  const way = kept ? "start.resume" : "start.quick.begin";
  await until("a way in", () => widget.has("button", widget.say(way)));
  await widget.press(way);
  await until("a question", async () => (await widget.questions()).length > 0);
  const [id] = await widget.questions();
  await widget.unfold(id, "more.owner_date");
  await until("the field", () => widget.has(FIELD));
}

const focus = ({ widget }) => widget.run((root, field) => root.querySelector(field).focus(), FIELD);
const said = ({ widget }) => widget.run((root, field) => root.querySelector(`${field} ~ .said`).innerText, FIELD);
const leave = ({ widget }) => widget.run((root) => root.querySelector("input[id$=-owner]").focus());

/** Types a date into the field, from its first part; calls `seen` after each key. */
async function type(at, parts, order, seen = () => {}) {
  await leave(at);
  await focus(at);
  for (const part of order) {
    for (const digit of parts[part] ?? "") {
      await at.browser.press(digit);
      await seen();
    }
    if (webkit) await at.browser.press(Key.ARROW_RIGHT);
  }
}

/** The day that the next page finds on the disk. */
async function kept(at) {
  // WebKit was seen to hang in a database whose page went while it wrote.
  await new Promise((done) => setTimeout(done, 500));
  await due(at);
  return at.widget.value(FIELD);
}

/** The same once a change is written. */
async function stored(at) {
  await at.widget.saved();
  return kept(at);
}

// WebKitGTK takes the place from the machine alone.
const places = [["where the machine is", async () => here], ...(webkit ? [] : [["in Germany", inGermany]])];

for (const [place, browserOf] of places) {
  test(`a date that is typed in parts is stored once it is whole, ${place}`, async () => {
    if (place !== "in Germany") await here.forget();
    const at = await browserOf();
    const first = await order(at.browser);
    console.log(`${place}: ${first.join(", ")}`);
    await due(at);
    await type(at, { day: "30", month: "11", year: "2026" }, first);
    await leave(at);
    assert.equal(await said(at), "");
    assert.equal(await at.widget.value(FIELD), "2026-11-30");
    assert.equal(await stored(at), "2026-11-30");

    // Another one over it: nothing between the two is shown as stored.
    const words = [];
    await type(at, { day: "15", month: "12", year: "2027" }, first, async () => words.push(await said(at)));
    await leave(at);
    assert.ok(words.every((line) => line === "" || line.includes("stays stored")), words.join("\n"));
    assert.equal(await at.widget.value(FIELD), "2027-12-15");
    assert.equal(await said(at), "");
    await at.widget.undo();
    assert.equal(await at.widget.value(FIELD), "2026-11-30", "one step for all of it");
    await at.widget.undo("redo");
    assert.equal(await at.widget.value(FIELD), "2027-12-15");
    assert.equal(await stored(at), "2027-12-15");
  });

  test(`too few digits erase nothing and store nothing, ${place}`, async () => {
    const at = await browserOf();
    const first = await order(at.browser);
    await due(at);
    const before = await at.widget.value(FIELD);
    assert.equal(before, "2027-12-15");
    await leave(at);
    await focus(at);
    await at.browser.press(Key.BACK_SPACE);
    await until("words", async () => (await said(at)).includes(`${day(before)} stays stored`));
    await leave(at);
    assert.ok((await said(at)).includes("not a whole date"), "they stay");
    assert.equal(await kept(at), before);

    await type(at, { day: "30", month: "11", year: "26" }, first);
    await leave(at);
    await until("a question", async () => (await said(at)).includes("Do you mean the year 26?"));
    // The day and the month were whole with the year of before.
    const words = await said(at);
    assert.ok(words.includes(`${day(await kept(at))} stays stored`), words);
    await type(at, { day: "30", month: "11", year: "26" }, first);
    await leave(at);
    await at.widget.press("date.meant", { date: day("2026-11-30") });
    assert.equal(await at.widget.value(FIELD), "2026-11-30");
    assert.equal(await said(at), "");
    assert.equal(await stored(at), "2026-11-30");
  });

  test(`too many digits never make another year without a word, ${place}`, async () => {
    const at = await browserOf();
    const first = await order(at.browser);
    await due(at);
    await type(at, { day: "30", month: "11", year: "20267" }, first);
    await leave(at);
    const [shown, words] = [await at.widget.value(FIELD), await said(at)];
    const found = await kept(at);
    assert.ok(found === shown || words.includes(`${day(found)} stays stored`), `${shown}, ${found}: ${words}`);
  });

  test(`an unlikely year is asked about, ${place}`, async () => {
    const at = await browserOf();
    const first = await order(at.browser);
    await due(at);
    const before = await at.widget.value(FIELD);
    await type(at, { day: "30", month: "11", year: "1999" }, first);
    await leave(at);
    assert.ok((await said(at)).startsWith("Do you mean the year 1999?"), await said(at));
    await at.widget.press("date.discard");
    assert.equal(await at.widget.value(FIELD), before);
    await type(at, { day: "30", month: "11", year: "1999" }, first);
    await leave(at);
    await at.widget.press("date.keep", { date: day("1999-11-30") });
    assert.equal(await said(at), "");
    assert.equal(await stored(at), "1999-11-30");
  });

  test(`deleting a date is a step of its own, ${place}`, async () => {
    const at = await browserOf();
    await due(at);
    const before = await at.widget.value(FIELD);
    await leave(at);
    await focus(at);
    for (let part = 0; part < 3; part += 1) await at.browser.press(Key.BACK_SPACE, Key.ARROW_RIGHT);
    await leave(at);
    assert.equal(await said(at), "");
    await at.widget.undo();
    assert.equal(await at.widget.value(FIELD), before);
    await at.widget.undo("redo");
    assert.equal(await stored(at), "");
  });
}
