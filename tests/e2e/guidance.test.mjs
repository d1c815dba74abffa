// What stands around a question: check list, guidance, documents, figures to measure, words. And
// the samples, and the questionnaire that comes in two parts.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { items, pack, quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { pattern, say } from "./harness/words.mjs";

const here = session();
const [first] = quick;
const levels = pack.levels.names;

afterEach(() => here.host.mend());

test("ticks of the check list suggest a level, and one click takes it", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.unfold(first.id, "item.checks");
  const ticks = () => widget.run((root, id) => [...root.querySelectorAll(`[data-item="${id}"] [type=checkbox]`)].map((e) => e.checked), first.id);
  const list = first.checks;
  await until("the check list", async () => (await ticks()).length === list.length);
  const tick = (n) => widget.click(`[data-item="${first.id}"] .opened .option:has([type=checkbox])`, "", n);

  await tick(list.findIndex((check) => check.level === Math.max(...list.map((check) => check.level))));
  await widget.reads(say("checks.none"));
  for (const [n, check] of list.entries()) if (check.level <= 2 && !(await ticks())[n]) await tick(n);
  await widget.reads(say("checks.suggest", { level: levels[2] }));
  assert.equal((await widget.answers())[first.id], null, "the reader decides");
  await widget.press("checks.take", { level: levels[2] });
  await until("the level", async () => (await widget.answers())[first.id] === "2");
  assert.equal(await widget.has("button", say("checks.take", { level: levels[2] })), false);

  await widget.saved();
  await browser.reload();
  await widget.resume();
  await widget.reads(say("more.filled"));
  await widget.unfold(first.id, "item.checks");
  await until("the ticks after a visit", async () => {
    const ticked = list.filter((check) => check.level <= 2).length + 1;
    return (await ticks()).slice(0, list.length).filter(Boolean).length === ticked;
  });
  await nothingWrong(browser);
});

test("guidance says what to do, which documents to write and what to measure", async () => {
  const { browser, widget } = here;
  const item = items.find(({ id }) => id === "9.2.2");
  await here.first(`/`);
  await widget.press("start.full.begin");
  await widget.go("nav.search");
  await widget.type("#search-words", item.id);
  await widget.click(".hits button");
  await widget.unfold(item.id, "more.guidance");
  for (const text of [item.small, ...item.guidance, ...item.larger, ...item.evidence]) await widget.reads(text);
  const document = pack.documents.find(({ items }) => items.includes(item.id));
  await widget.reads(say("guidance.document", { name: document.name, place: document.where }));
  for (const text of document.contains) await widget.reads(text);
  const metric = pack.metrics.find(({ items }) => items.includes(item.id));
  await widget.reads(say("guidance.metric", { name: metric.name }));
  await widget.reads(metric.formula);

  await widget.unfold(item.id, "more.words");
  const audit = pack.glossary.find(({ term }) => term === "internal audit");
  await widget.reads(audit.text);
  await nothingWrong(browser);
});

for (const [name, answered] of [["starting", 75], ["halfway", 110], ["ready", 123]]) {
  test(`the sample "${name}" opens at its result and says that it is one`, async () => {
    const { browser, widget } = here;
    await here.first();
    await widget.press(`start.sample.${name}`);
    await widget.reads(pattern("result.of"));
    await widget.reads(new RegExp(`${answered} of 123 answered`));
    await widget.go("nav.library");
    await until("the entry", () => widget.has(".library .card"));
    assert.match(await widget.text(), /Sample: /);
    await nothingWrong(browser);
  });
}

test("what the first part of the questionnaire lacks is waited for", async () => {
  const { browser, host, widget } = here;
  let let_go = () => {};
  const whole = new Promise((resolve) => { let_go = resolve; });
  host.spoil(/controls-[^/]*\.json$/, async () => {
    await whole;
    return {};
  });
  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "1");
  await widget.saved();
  await widget.go("nav.sections");
  await widget.at(say("loading.title"));
  let_go();
  await widget.at(say("sections.title"));
  await widget.press("sections.next");
  await nothingWrong(browser);
});

test("a whole questionnaire that did not come is asked for again", async () => {
  const { browser, host, widget } = here;
  let tries = 0;
  host.spoil(/controls-[^/]*\.json$/, () => {
    tries += 1;
    return tries === 1 ? { status: 503, body: "Busy" } : {};
  });
  await here.first();
  await widget.press("start.full.begin");
  await widget.at(say("loading.title"));
  await widget.at(say("profile.title"));
  assert.ok(tries >= 2, `${tries} requests`);
  await nothingWrong(browser);
});
