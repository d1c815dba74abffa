// What a reader's ways cost, in taps, screens and words: node journeys.mjs

import { open } from "./harness/browser.mjs";
import { serve } from "./harness/host.mjs";
import { items, quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { Widget } from "./harness/widget.mjs";

const PHONE = [390, 844];
const LAPTOP = [1280, 720];

const host = await serve();
const browser = await open();
const widget = new Widget(browser);

/** Where what is asked stands, in pixels from the top of the widget. */
function positions() {
  return widget.run((root) => {
    const top = root.querySelector(".widget").getBoundingClientRect().top;
    const from = (edge, element) => Math.round(element.getBoundingClientRect()[edge] - top);
    const options = [...root.querySelectorAll("[data-item]:first-of-type .options .option")];
    const levels = options.filter((option) => /^[0-4]$/.test(option.querySelector("input").value));
    const onward = root.querySelector(".onward, .page > .actions");
    const stays = getComputedStyle(onward).position === "sticky";
    const fields = [...root.querySelectorAll(".answer .field")];
    return {
      first: from("top", options[0]),
      third: from("bottom", levels[2]),
      last: from("bottom", levels.at(-1)),
      stays: stays ? onward.offsetHeight : 0,
      // What has to be seen before one can go on.
      end: Math.max(from("bottom", options.at(-1)), ...fields.map((field) => from("bottom", field)), stays ? 0 : from("bottom", onward)) + (stays ? onward.offsetHeight : 0),
      words: root.querySelector(".view").innerText.split(/\s+/).length,
    };
  });
}

/** A phone lays its scroll bar over the page. */
const phone = (size) => browser.cdp("Emulation.setScrollbarsHidden", { hidden: size === PHONE });

async function begin(mode, size) {
  await phone(size);
  await browser.resize(...size);
  await browser.go(host.url("/"));
  await widget.ready();
  await widget.press(`start.${mode}.begin`);
  await widget.saved();
}

const share = (list, fits) => `${list.filter(fits).length} of ${list.length}`;
const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Every question on its own page. */
async function questions(name, size, prepare) {
  await begin("full", size);
  await prepare?.();
  const all = [];
  for (const { id } of items) {
    await browser.run((id) => (location.hash = `#/question/${id}/sections`), id);
    await until(`the question ${id}`, async () => (await widget.questions())[0] === id);
    all.push({ id, ...(await positions()) });
  }
  const [, height] = size;
  const firsts = all.map((at) => at.first);
  console.log(`${name}, ${size.join("x")}`);
  console.log(`  first option: ${Math.min(...firsts)} to ${Math.max(...firsts)} px, middle ${middle(firsts)}; within 320: ${share(all, (at) => at.first <= 320)}`);
  console.log(`  question and all levels in sight: ${share(all, (at) => at.last <= height - at.stays)}`);
  if (size === PHONE) console.log(`  the first three with browser bars (664): ${share(all, (at) => at.third <= 664 - at.stays)}`);
  console.log(`  nothing to scroll before going on: ${share(all, (at) => at.end <= height)}`);
  console.log(`  longest: ${all.toSorted((a, b) => b.last - a.last).slice(0, 5).map((at) => `${at.id} ${at.last}`).join(", ")}`);
}

/** The quick check, from the first page to the result. */
async function quickCheck(size) {
  await begin("quick", size);
  const cost = { taps: 1, pages: 1, screens: 1, words: 0 };
  for (;;) {
    const ids = await widget.questions();
    const at = await positions();
    cost.pages += 1;
    cost.screens += Math.ceil(at.end / size[1]);
    cost.words += at.words;
    for (const id of ids) {
      await widget.answer(id, quick.findIndex((item) => item.id === id) % 5);
      cost.taps += 1;
    }
    cost.taps += 1;
    if (await widget.has("button", widget.say("page.check"))) break;
    await widget.press("page.continue");
    await until("the next page", async () => (await widget.questions())[0] !== ids[0]);
  }
  await widget.press("page.check");
  await widget.at(widget.say("check.title"));
  await widget.press("check.result");
  cost.taps += 1;
  await until("the result", () => widget.has(".figures"));
  console.log(`quick check, ${size.join("x")}: ${cost.taps} taps, ${cost.pages} pages, ${cost.screens} screens, ${cost.words} words`);
}

/** Counts the clicks of a way; a list that opens and an entry of it are two, and typing is none. */
async function clicks(name, way) {
  let n = 0;
  const counted = (times, how) => ((n += times), how());
  await way({
    click: (...what) => counted(1, () => widget.click(...what)),
    press: (...what) => counted(1, () => widget.press(...what)),
    go: (place) => counted(1, () => widget.go(place)),
    answer: (...what) => counted(1, () => widget.answer(...what)),
    type: (field, text) => counted(1, () => widget.type(field, text)),
    choose: (field, value) =>
      counted(2, async () => {
        await until(field, () => widget.find(field));
        const option = await widget.run(
          (root, field, value) => [...root.querySelector(field).options].find((option) => option.value === value),
          field,
          value,
        );
        await option.click();
      }),
  });
  console.log(`${name}: ${n} clicks`);
}

/** Opens the made-up manufacturer that is halfway, at its result. */
async function halfway(size) {
  await phone(size);
  await browser.resize(...size);
  await browser.go(host.url("/"));
  await widget.ready();
  await until("the samples", () => widget.has("button", widget.say("start.sample.halfway")));
  await widget.press("start.sample.halfway");
  await until("the result", () => widget.has(".result .figures"));
  await widget.saved();
}

/** What is done with the result. */
async function work() {
  await begin("full", LAPTOP);
  await widget.go("nav.sections");
  await widget.press("sections.next");
  await widget.layout("meeting");
  await clicks("level, note, owner and date in a meeting", async ({ answer, type }) => {
    const [id] = await widget.questions();
    await answer(id, 2);
    await type(`[data-item="${id}"] textarea`, "Agreed in the meeting");
    await type(`[data-item="${id}"] input[id$=-owner]`, "Ann");
    await type(`[data-item="${id}"] input[id$=-due]`, "12122026");
  });
  await widget.layout("few");

  await halfway(LAPTOP);
  const theme = async (name) => {
    await browser.run((name) => (location.hash = `#/result/statement/${name}`), name);
    await until("the rows", () => widget.has(".controls"));
  };
  await theme("A.8");
  await clicks("five controls left out for one reason", async ({ click, choose }) => {
    // A.8.25, 27, 28, 29 and 31: one fact takes all of them away.
    for (const row of [24, 26, 27, 28, 30]) await click(".controls .tick input", "", row);
    await choose("#bulk-applicable", "no");
    await click(".bulk .facts button");
    await click(".bulk .actions button");
    await until("the change", () => widget.has(".bulk > button"));
  });
  await theme("A.7");
  await clicks("ten rows of the statement", async ({ press, click, choose, type }) => {
    await press("soa.mark_all_other", { n: 14 });
    await choose("#bulk-applicable", "yes");
    await click(".bulk fieldset label", widget.say("statement.inclusion.risk"));
    await type("#bulk-owner", "Ann");
    await press("soa.apply_draft_other", { n: 14 });
  });
  await clicks("what one person looks after, with dates", async ({ click, go, choose }) => {
    await click("#menu-button");
    await go("nav.search");
    await choose("#search-owner", "of Pavel");
  });
  await browser.run(() => (location.hash = "#/result"));
  await until("the result", () => widget.has(".result .figures"));
  await clicks("the summary for a client, from the result", async ({ click, press }) => {
    await click(".downloads > summary");
    await browser.download(() => press("download.summary"));
  });
  for (const size of [[1280, 844], PHONE]) {
    await browser.resize(...size);
    await phone(size);
    await browser.run(() => (location.hash = "#/result/plan"));
    await until("the plan", () => widget.has(".actions-list"));
    const [rows, height] = await widget.run((root) => [
      root.querySelectorAll(".actions-list > li").length,
      root.querySelector(".widget").offsetHeight,
    ]);
    console.log(`plan of ${rows} actions, ${size.join("x")}: ${(height / size[1]).toFixed(1)} screens`);
  }
  const pdf = Buffer.from(await browser.driver.printPage({ width: 21, height: 29.7 }), "base64").toString("latin1");
  console.log(`plan, printed: ${pdf.match(/\/Type\s*\/Page[^s]/g)?.length} sheets`);
}

try {
  await quickCheck(PHONE);
  await questions("one at a time", PHONE);
  if (await widget.has("#menu-button")) {
    await questions("meeting", LAPTOP, () => widget.layout("meeting"));
  }
  await work();
} finally {
  await browser.close();
  host.close();
}
