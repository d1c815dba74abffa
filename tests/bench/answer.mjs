// From a click to the frame that shows it.

import { busy, memory, open } from "./browser.mjs";
import { late, PATIENCE } from "./load.mjs";

const LETTERS = "Reviewed in March; the register is kept by the office manager. ";

/**
 * Answers questions one after the other, as a reader does, and types a note. A profile is taken
 * meanwhile if it is asked for. `undefined` where not even the first question came in time.
 */
export async function answer(browser, tool, url, { answers, profile, slowdown }) {
  const session = await open(browser, { slowNetwork: false, slowdown });
  const until = Date.now() + PATIENCE;
  try {
    const arrived = arrive(session, tool, url).then(() => true);
    arrived.catch(() => {});
    if (!(await Promise.race([arrived, late()]))) return undefined;
    const before = await memory(session);
    if (profile) await startProfile(session.cdp);
    const found = { clicks: [], turns: [], tasks: [], keys: [] };
    while (found.clicks.length < answers && Date.now() < until) {
      await onePage(session, tool, found, answers, until);
    }
    found.keys = await type(session, tool);
    const taken = profile && (await session.cdp.send("Profiler.stop")).profile;
    const slow = await session.page.evaluate(() => bench.slow);
    return { ...found, slow, profile: taken, memory: { before, after: await memory(session) } };
  } finally {
    await session.close();
  }
}

async function startProfile(cdp) {
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: 500 });
  await cdp.send("Profiler.start");
}

async function arrive({ page }, tool, url) {
  await page.goto(url, { waitUntil: [], timeout: PATIENCE });
  for (const selector of [...tool.begin, `${tool.question} input[type=radio]`]) {
    const first = await page.evaluateHandle((selector) => bench.found(selector), selector);
    if (tool.begin.includes(selector)) await first.evaluate((element) => element.click());
  }
  await quiet(page);
}

/** Until what came before is drawn and over. */
const quiet = (page) => page.evaluate(() => bench.painted().then(() => new Promise((done) => setTimeout(done, 60))));

async function onePage(session, tool, found, answers, until) {
  const { page } = session;
  const count = await page.evaluate((selector) => bench.all(selector).length, tool.question);
  for (let n = 0; n < count && found.clicks.length < answers && Date.now() < until; n += 1) {
    const level = (found.clicks.length * 3) % 5;
    const place = await page.evaluate(radio, tool.question, n, level);
    const start = await busy(session);
    found.clicks.push(await click(page, place));
    await quiet(page);
    found.tasks.push((await busy(session)) - start);
    if (!(await page.evaluate(chosen, tool.question, n, level))) throw new Error(`a click on ${tool.name}'s question ${n} chose nothing`);
  }
  if (found.clicks.length >= answers) return;
  const place = await page.evaluate(middle, tool.next);
  found.turns.push(await click(page, place, 2000));
  await quiet(page);
}

async function click(page, { x, y }, patience) {
  await listen(page, "click", patience);
  await page.mouse.click(x, y);
  return heard(page);
}

/** Listens before the input is sent: the two do not travel the same way. */
const listen = (page, type, patience) =>
  page.evaluate((...args) => void (bench.heard = bench.next(...args)), type, patience);
const heard = (page) => page.evaluate(() => bench.heard);

/** Types into the first note of the page; gives the time of each key. */
async function type({ page }, tool) {
  if (tool.openNote) {
    await click(page, await page.evaluate(middle, tool.openNote));
    await quiet(page);
  }
  await page.mouse.click(...Object.values(await page.evaluate(middle, tool.note)));
  await quiet(page);
  const times = [];
  for (const letter of LETTERS) {
    await listen(page, "keydown", 100);
    await page.keyboard.press(letter);
    times.push(await heard(page));
  }
  return times;
}

// The functions below run in the page.

async function radio(question, n, level) {
  const input = bench.all(question)[n].querySelectorAll("input[type=radio]")[level];
  const label = input.closest("label");
  label.scrollIntoView({ block: "center", behavior: "instant" });
  await bench.painted();
  const { left, top, height } = label.getBoundingClientRect();
  return { x: left + 12, y: top + height / 2 };
}

async function middle(selector) {
  const [element] = bench.all(selector);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  await bench.painted();
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function chosen(question, n, level) {
  return bench.all(question)[n].querySelectorAll("input[type=radio]")[level].checked;
}
