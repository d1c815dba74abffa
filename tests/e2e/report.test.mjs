// The report: what stops us, what comes next, and that what is set on its pages is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { monday } from "./harness/day.mjs";
import { chromium } from "./harness/engine.mjs";
import { until } from "./harness/processes.mjs";
import { setFont, wide } from "./harness/reflow.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { day, pattern, say } from "./harness/words.mjs";

const here = session();

/** Opens the made-up manufacturer that is halfway. */
async function halfway() {
  const { widget } = here;
  await here.first();
  await widget.press("start.sample.halfway");
  await widget.at(say("verdict.not1"));
  await widget.saved();
}

/** Opens a page of the report. */
async function open(name) {
  const { widget } = here;
  await widget.go("nav.result");
  await widget.press(`page.${name}`);
  await until(`the page ${name}`, () => widget.has(".back"));
}

/** Chooses an option of a select by its value, as a reader does. */
async function choose(selector, value) {
  const { browser, widget } = here;
  const field = await until(selector, () => widget.find(selector));
  await browser.run((field) => field.focus(), field);
  const option = await browser.run(
    (field, value) => [...field.options].find((option) => option.value === value),
    field,
    value,
  );
  await option.click();
}

/** The value of a select that a reader sees. */
const chosen = (selector) => here.widget.value(selector);

/** Sets a date field, in the form that a browser gives. */
async function date(selector, value) {
  await here.widget.run(
    (root, selector, value) => {
      const field = root.querySelector(selector);
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    selector,
    value,
  );
}

test("a sample says at once whether it is ready, what stops it and what comes next, and asks for nothing more", async () => {
  const { browser, host, widget } = here;
  await halfway();
  await host.quiet();
  const before = host.requests.length;
  await widget.reads(say("meaning.stops1_other", { n: 2 }));
  assert.equal(await widget.run((root) => root.querySelectorAll(".steps li").length), 3);
  for (const [page, words] of [
    ["stages", pattern("stage.lead")],
    ["findings", pattern("findings.majors_other")],
    ["documents", pattern("documents.lead")],
    ["plan", pattern("plan.lead_other")],
    ["metrics", pattern("metrics.lead_other")],
  ]) {
    await open(page);
    await widget.reads(words);
  }
  assert.equal(host.requests.length, before, "nothing was requested");
  await nothingWrong(browser);
});

test("a question that is reached from a page of the report leads back to it", async () => {
  const { widget } = here;
  await halfway();
  await open("findings");
  const heading = await widget.heading();
  await widget.click(".findings button.link");
  await until("the question", async () => (await widget.questions()).length > 0);
  await widget.press("page.return");
  await widget.at(heading);
  await widget.click(".findings button.link");
  await until("the question", async () => (await widget.questions()).length > 0);
  await widget.click("nav .back");
  await widget.at(heading);
});

test("the plan follows its start and pace, and is there after a reload", async () => {
  const { browser, widget } = here;
  await halfway();
  await open("plan");
  const lead = () => widget.run((root) => root.querySelector(".lead").innerText);
  const before = await lead();
  await widget.click(".pace > summary");
  await choose("#plan-pace", "20");
  await until("another end", async () => (await lead()) !== before);
  const start = monday(14);
  await date("#plan-start", start);
  await widget.reads(day(start));
  const planned = await lead();
  await widget.saved();
  await browser.reload();
  await widget.ready();
  await until("the plan of before", async () => (await widget.has(".lead")) && (await lead()) === planned);
  assert.equal(await chosen("#plan-pace"), "20");
  await widget.undo();
  await nothingWrong(browser);
});

test("what is done leaves the plan, keeps the focus, and comes back with undo", async () => {
  const { browser, widget } = here;
  await halfway();
  await open("plan");
  const count = () => widget.run((root) => root.querySelectorAll(".actions-list > li").length);
  const before = await count();
  const done = await until("a button", () => widget.find(".actions-list > li > button", say("plan.done")));
  await browser.run((button) => button.focus(), done);
  await done.click();
  await until("one fewer", async () => (await count()) === before - 1);
  const focus = await widget.run((root) => root.activeElement?.id ?? "");
  assert.match(focus, /^(phase-|page-title)/);
  await widget.undo();
  await until("all of them", async () => (await count()) === before);
  await nothingWrong(browser);
});

test("the plan leaves as a calendar and as tasks", async () => {
  const { browser, widget } = here;
  await halfway();
  await open("plan");
  await widget.click(".downloads > summary");
  const calendar = await browser.download(() => widget.click(".downloads button", say("download.calendar")));
  assert.match(calendar.name, /^plumbline-plan-.*\.ics$/);
  assert.match(calendar.text, /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  const tasks = await browser.download(() => widget.click(".downloads button", say("download.tasks")));
  assert.match(tasks.name, /^plumbline-tasks-.*\.csv$/);
  assert.match(tasks.text, /^Title,|^"Title",/);
});

test("what is tried moves the verdict, and nothing of it is saved before it is kept", async () => {
  const { browser, widget } = here;
  await halfway();
  await open("what-if");
  await widget.press("whatif.set1_other", { n: 2 });
  await widget.reads(say("whatif.1_open"));
  await widget.go("nav.result");
  await widget.at(say("verdict.not1"));
  await widget.reads(say("whatif.elsewhere_other", { n: 2 }));
  await widget.press("whatif.back");
  await widget.press("whatif.discard");
  await until("the real answers alone", async () => !(await widget.text()).includes(say("whatif.1_open")));
  assert.equal(await widget.run((root) => root.activeElement?.id), "page-title");

  await widget.press("whatif.set1_other", { n: 2 });
  await widget.press("whatif.keep_other", { n: 2 });
  await widget.go("nav.result");
  await widget.at(say("verdict.open1_not2"));
  await widget.saved();
  await widget.undo();
  await widget.go("nav.result");
  await widget.at(say("verdict.not1"));
  await nothingWrong(browser);
});

test("a milestone stays as it was, through a reload, and says what changed since", async () => {
  const { browser, widget } = here;
  await halfway();
  await open("milestones");
  await widget.type("#milestone-new", "Before summer");
  await widget.press("milestones.add");
  await until("the milestone", () => widget.has("#milestone-1"));
  await open("what-if");
  await widget.press("whatif.set1_other", { n: 2 });
  await widget.press("whatif.keep_other", { n: 2 });
  await widget.saved();
  await browser.reload();
  await widget.ready();
  await open("milestones");
  assert.equal(await widget.value("#milestone-1"), "Before summer");
  await widget.reads(pattern("milestones.since"));
  await widget.press("milestones.compare");
  await widget.at(say("compare.title"));
  await widget.reads(say("compare.items_other", { n: 2 }));
  await nothingWrong(browser);
});

test("the board's page prints on one sheet", { skip: !chromium && "only Chromium prints to a file here" }, async () => {
  const { browser } = here;
  for (const sample of ["starting", "halfway", "ready"]) {
    await here.first();
    await here.widget.press(`start.sample.${sample}`);
    await until("the result", () => here.widget.has(".pages"));
    await open("board");
    for (const font of ["inherit", ...wide]) {
      await setFont(browser, font);
      const pdf = Buffer.from(await browser.driver.printPage({ width: 21, height: 29.7 }), "base64").toString("latin1");
      assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g)?.length, 1, `${sample} in ${font}`);
    }
  }
});

/** Opens the rows of a theme of the statement. */
async function theme(name) {
  await open("statement");
  await here.widget.click("button.link", name);
  await until("the rows", () => here.widget.has(".controls"));
}

/** What the fields of the bar are folded in on a narrow screen. */
async function unfoldBar() {
  const { widget } = here;
  await until("the bar", () => widget.has(".bulk [role=region]"));
  if (await widget.has(".bulk summary")) await widget.click(".bulk summary");
}

/** The number of rows of the statement that fit. */
const rows = (fits) =>
  here.widget.run(`(root) => [...root.querySelectorAll(".controls > li")].filter(${fits}).length`);

test("a row of the statement is decided with the keyboard, and is there after a reload", async () => {
  const { browser, widget } = here;
  await halfway();
  await theme("A.5 Organisation");
  const row = await widget.run((root) => root.querySelector(".controls .control select").id.replace("-applicable", ""));
  const open = () => widget.run((root) => root.querySelector(".controls details").open);
  assert.equal(await open(), false, "a row is a line");
  const summary = await until("the line", () => widget.find(".controls summary"));
  await browser.run((summary) => summary.focus(), summary);
  await browser.press(Key.ENTER);
  await until("the row to open", open);
  const focused = () => widget.run((root) => root.activeElement?.id);
  // The way to the question stands in front, where the keyboard reaches links.
  for (let n = 0; n < 3 && (await focused()) !== `${row}-applicable`; n += 1) await browser.press(Key.TAB);
  assert.equal(await focused(), `${row}-applicable`, "the choice is reached");
  await browser.press(Key.TAB);
  await browser.press(Key.SPACE);
  const ticked = () => widget.run((root) => [...root.querySelectorAll(".controls fieldset input:checked")].length);
  await until("the tick", async () => (await ticked()) === 1);
  assert.equal(await widget.run((root) => root.activeElement?.type), "checkbox", "the focus stays");
  assert.equal(await open(), true, "the row stays open");
  await choose(`#${row}-status`, "planned");
  await widget.saved();
  assert.equal(await open(), true, "the row stays open");
  await browser.reload();
  await until("the rows", () => widget.has(".controls"));
  await until("the tick", async () => (await ticked()) === 1);
  assert.equal(await chosen(`#${row}-status`), "planned");
  await nothingWrong(browser);
});

test("marked rows of the statement are changed together, and undone together", async () => {
  const { browser, widget } = here;
  await halfway();
  await theme("A.6 People");
  await widget.press("soa.mark_all_other", { n: 8 });
  await widget.reads(say("soa.marked_other", { n: 8 }));
  await unfoldBar();
  const laws = () => rows((row) => row.querySelectorAll("fieldset input")[1]?.checked);
  await widget.click(".bulk fieldset label", say("statement.inclusion.law"));
  await widget.type("#bulk-owner", "Anna Petrova");
  await until("the owner", async () => (await widget.value("#bulk-owner")) === "Anna Petrova");
  assert.equal(await laws(), 0, "nothing changes before it is applied");
  await widget.press("soa.apply_draft_other", { n: 8 });
  // One is left out: it gets an owner, and no reason for inclusion.
  await until("all of them", async () => (await laws()) === 7);
  await widget.reads(say("soa.changed_other", { n: 8 }));
  assert.equal(await widget.run((root) => root.activeElement?.id), "bulk-said", "the focus is not lost");
  await widget.press("undo");
  await until("none of them", async () => (await laws()) === 0);
  assert.equal(await rows((row) => row.querySelector(".owner").textContent === "Anna Petrova"), 0, "one step took all back");
  assert.equal(await widget.run((root) => root.activeElement?.id), "soa-rows", "the focus is not lost");
  await nothingWrong(browser);
});

test("ten rows of the statement are decided in at most six clicks", async () => {
  const { browser, widget } = here;
  await halfway();
  await theme("A.7 Premises and equipment");
  let clicks = 0;
  const click = async (times, how) => {
    clicks += times;
    await how();
  };
  await click(1, () => widget.press("soa.mark_all_other", { n: 14 }));
  // On a narrow screen one more opens the fields; this screen has room for them.
  await until("the fields", () => widget.has("#bulk-applicable"));
  // Opens the list and takes an entry.
  await click(2, () => choose("#bulk-applicable", "yes"));
  await click(1, () => widget.click(".bulk fieldset label", say("statement.inclusion.risk")));
  await click(1, () => widget.type("#bulk-owner", "Anna Petrova"));
  await until("the owner", async () => (await widget.value("#bulk-owner")) === "Anna Petrova");
  await click(1, () => widget.press("soa.apply_draft_other", { n: 14 }));
  await widget.reads(say("soa.changed_other", { n: 14 }));
  assert.ok(clicks <= 6, `it took ${clicks}`);
  assert.equal(await rows((row) => row.querySelector("fieldset input")?.checked), 14);
  assert.equal(await rows((row) => row.querySelector(".owner").textContent === "Anna Petrova"), 14);
  assert.ok((await rows((row) => row.querySelector("summary .complete"))) >= 10, "they have all that is asked for");
  await nothingWrong(browser);
});

test("the bar for marked rows covers nothing that has the focus", async () => {
  const { browser, widget } = here;
  await halfway();
  await theme("A.6 People");
  await widget.press("soa.mark_all_other", { n: 8 });
  await until("the bar", () => widget.has(".bulk [role=region]"));
  await widget.run((root) => root.querySelector(".controls summary").focus());
  const place = () =>
    widget.run((root) => {
      const [focused, bar] = [root.activeElement, root.querySelector(".bulk")];
      if (!focused?.closest(".controls")) return null;
      return { summary: focused.matches("summary"), covered: focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top };
    });
  let reached = 1;
  for (let stops = 0; stops < 40; stops += 1) {
    await browser.press(Key.TAB);
    const at = await place();
    if (!at) break;
    reached += at.summary;
    await until(`stop ${stops + 1} to be in sight`, async () => (await place())?.covered === false);
  }
  assert.equal(reached, 8, "all rows were reached");
  await nothingWrong(browser);
});

test("what somebody looks after is found in two taps, by date", async () => {
  const { browser, widget } = here;
  await halfway();
  await widget.go("nav.search");
  await widget.at(say("search.title"));
  // Opens the list and takes the name.
  await choose("#search-owner", "of Pavel");
  const theirs = say("documents.owner", { owner: "Pavel" });
  await widget.reads(theirs);
  const hits = await widget.run((root) => [...root.querySelectorAll(".hits li")].map((hit) => [hit.innerText, hit.querySelector(".due")?.innerText]));
  assert.ok(hits.length > 10, `${hits.length} hits`);
  assert.ok(hits.every(([words]) => words.includes(theirs)), "nobody else's");
  const days = hits.map(([, due]) => due).filter((due) => due);
  const order = days.map((due) => Date.parse(due.replace(say("answers.due", { date: "" }), "")));
  assert.ok(days.length > 1 && order.every((day, n) => n === 0 || order[n - 1] <= day), days.join(", "));
  await nothingWrong(browser);
});
