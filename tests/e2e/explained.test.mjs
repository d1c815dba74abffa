// What stands beside a questionnaire and is fetched when somebody opens it: explanations, and texts to
// fill in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { dayOf, NOW } from "./harness/day.mjs";
import { items, pack, quick } from "./harness/pack.mjs";
import { page } from "./harness/pages.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { pattern, say } from "./harness/words.mjs";

const here = session();
const [first] = quick;
const told = JSON.parse(readFileSync(new URL("../../packs/iso-27001-2022/explanations.json", import.meta.url), "utf8")).items;
const small = JSON.parse(readFileSync(new URL("pages/packs/small.json", import.meta.url), "utf8"));
const FILE = /\/explanations-[^/]*\.json$/;

afterEach(() => here.host.mend());

async function readsAll(explanation) {
  for (const text of [explanation.example, explanation.who, explanation.shows, ...explanation.mistakes, ...explanation.asked]) {
    await here.widget.reads(text);
  }
}

test("opening an explanation fetches one file, once, and not before", async () => {
  const { browser, host, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.layout("few");
  await host.quiet();
  const before = host.requests.length;
  assert.equal(host.requests.filter((path) => FILE.test(path)).length, 0, "nobody opened it");
  await widget.unfold(first.id, "more.explained");
  await readsAll(told[first.id]);
  for (const id of (await widget.questions()).filter((id) => id !== first.id)) {
    await widget.unfold(id, "more.explained");
    await readsAll(told[id]);
  }
  await host.quiet();
  assert.deepEqual(host.requests.slice(before).filter((path) => !FILE.test(path)), [], "nothing else was requested");
  assert.equal(host.requests.slice(before).length, 1, "it was fetched once");
  await nothingWrong(browser);
});

test("a related question is a link that leads there", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  await widget.unfold(first.id, "more.explained");
  const [related] = told[first.id].related;
  const item = items.find(({ id }) => id === related);
  await widget.reads(item.name);
  await widget.click(".opened .hits button", `${item.id} ${item.name}`);
  await until(`the question ${related}`, async () => (await widget.questions()).includes(related));
  await nothingWrong(browser);
});

test("an explanation that does not come says so, and comes when it is asked for again", async () => {
  const { host, widget } = here;
  let tries = 0;
  host.spoil(FILE, () => {
    tries += 1;
    return tries === 1 ? { status: 503, body: "Busy" } : {};
  });
  await here.first();
  await widget.press("start.quick.begin");
  await widget.unfold(first.id, "more.explained");
  await widget.reads(say("explained.failed"));
  await widget.press("explained.again");
  await readsAll(told[first.id]);
  assert.equal(tries, 2);
  const focused = await widget.run((root) => root.activeElement?.id);
  assert.match(focused ?? "", /-explained$/, "the focus stays where the button was");
  assert.equal(await widget.has("button", say("explained.again")), false);
});

/** An assessment with a profile, at the documents of the report. */
async function documents(organisation) {
  const { widget } = here;
  await here.first();
  await widget.press("start.full.begin");
  await widget.at(say("profile.title"));
  if (organisation) {
    await widget.type("#profile-name", organisation);
    await widget.type("#profile-scope", "The shop & the <van>");
  }
  await widget.go("nav.sections");
  await widget.press("sections.next");
  await until("a question", async () => (await widget.questions()).length > 0);
  await widget.answer(items[0].id, "2");
  await widget.go("nav.result");
  await widget.press("page.documents");
  await widget.at(say("documents.title"));
}

/** Takes the text for the scope in a form. */
const take = (key) =>
  here.browser.download(async () => {
    const label = say("templates.named", { words: say(key), name: "scope" });
    await here.widget.click(`button[aria-label="${label}"]`);
  });

test("a text to fill in comes with what the profile has, in both forms", async () => {
  const { browser, host } = here;
  await documents("Miller Bakery");
  await host.quiet();
  const before = host.requests.length;
  const html = await take("templates.html");
  assert.equal(html.name, `plumbline-scope-miller-bakery-${dayOf(NOW)}.html`);
  assert.match(html.text, /<span dir="auto">Miller Bakery<\/span>/);
  assert.match(html.text, /The shop &amp; the &lt;van&gt;/);
  assert.match(html.text, new RegExp(say("template.note").slice(0, 40)));
  assert.match(html.text, /<mark>\[what the organisation does\]<\/mark>/);
  const markdown = await take("templates.markdown");
  assert.equal(markdown.name, `plumbline-scope-miller-bakery-${dayOf(NOW)}.md`);
  assert.match(markdown.text, /^# Scope of our management system\n/);
  assert.match(markdown.text, /Organisation: Miller Bakery, \[number of people\]/);
  const asked = host.requests.slice(before);
  assert.deepEqual(asked.map((path) => /\/texts\/scope-[^/]*\.md$/.test(path)), [true, true], "two files, and no other");

  // The file is a page of its own that needs nothing.
  host.put("/filled.html", html.text);
  await browser.go(host.url("/filled.html"));
  assert.equal(await browser.run(() => document.title), "Scope of our management system · Miller Bakery");
  assert.equal(await browser.run(() => document.querySelectorAll("script:not([src^='/pages/'])").length), 0);
  const columns = await browser.run(() => document.querySelectorAll("table")[0].querySelectorAll("th").length);
  assert.equal(columns, 5);
});

test("a text to fill in that does not come says so, and nothing is downloaded", async () => {
  const { host, widget } = here;
  await documents("");
  host.spoil(/\/texts\/scope-[^/]*\.md$/, () => ({ status: 404, body: "No" }));
  const label = say("templates.named", { words: say("templates.html"), name: "scope" });
  await widget.click(`button[aria-label="${label}"]`);
  await widget.reads(say("failure.missing"));
  host.mend();
  await widget.press("notice.close");
  const { text } = await take("templates.markdown");
  assert.match(text, /\[name of the organisation\]/);
});

test("a questionnaire of one's own has its files beside it, and nowhere else", async () => {
  const { host, widget } = here;
  const [id] = small.sections.flatMap((section) => section.items.map((item) => item.id));
  const explained = {
    plumbline: "explanations", format: 1, pack: small.id,
    items: { [id]: { example: "A shop of three has a list." } },
  };
  host.put("/own/more/explained.json", JSON.stringify(explained));
  host.put("/elsewhere.json", JSON.stringify(explained));
  for (const [name, file, reads] of [
    ["beside", "more/explained.json", "A shop of three has a list."],
    ["above", "../elsewhere.json", say("explained.failed")],
    ["none", undefined, undefined],
  ]) {
    host.put(`/own/${name}.json`, JSON.stringify({ ...small, explanations: file }));
    host.put(`/own/${name}.html`, page(`questionnaire="/own/${name}.json"`));
    await here.first(`/own/${name}.html`);
    await widget.press("start.full.begin");
    await widget.go("nav.sections");
    await widget.press("sections.next");
    await until("a question", async () => (await widget.questions()).length > 0);
    if (reads) {
      await widget.unfold(id, "more.explained");
      await widget.reads(reads);
    } else {
      assert.doesNotMatch(await widget.text(), pattern("more.explained"));
    }
  }
  assert.ok(!host.requests.includes("/elsewhere.json"), "a file above the questionnaire is not fetched");
});

test("the start promises the times that the words need", async () => {
  const { widget } = here;
  await here.first();
  assert.equal(pack.quick_minutes, 15);
  await widget.reads(`${quick.length} questions, 10 to 15 minutes.`);
  assert.ok(pack.full_minutes > 90 && pack.full_minutes <= 120);
  await widget.reads("1 to 2 hours");
});
