// Questionnaires that are broken, and one that is very large.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "./harness/engine.mjs";
import { pack } from "./harness/pack.mjs";
import { page } from "./harness/pages.mjs";
import { until } from "./harness/processes.mjs";
import { session } from "./harness/session.mjs";
import { say } from "./harness/words.mjs";

const here = session();
const element = "plumbline-assessment";

/** What can be read where the widget stands, drawn by it or not. */
const visible = () =>
  here.browser.run((element) => {
    const host = document.querySelector(element);
    return `${host.shadowRoot?.querySelector(".widget")?.innerText ?? ""}\n${host.shadowRoot?.textContent ?? ""}\n${host.innerText}`;
  }, element);

async function show(name, content, options) {
  const { browser, host } = here;
  host.put(`/bad/${name}.json`, content, options);
  host.put(`/bad/${name}.html`, page(`questionnaire="/bad/${name}.json"`));
  await browser.go(host.url(`/bad/${name}.html`));
}

async function reads(...sentences) {
  for (const sentence of sentences) {
    await until(`"${sentence}" on the page`, async () => (await visible()).includes(sentence));
  }
}

const bad = [
  ["empty", "", [say("problem.empty")]],
  ["truncated", JSON.stringify(pack).slice(0, 5000), ["line 1"]],
  ["deep", `{"plumbline":"pack","format":1,"sections":${"[".repeat(50_000)}`, ["line 1"]],
  ["binary", Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 37) % 256)), []],
  ["newer", JSON.stringify({ ...pack, format: 99 }), ["/format", "format 99"]],
  ["another", '{"plumbline": "save", "format": 1}', [say("problem.not_this_format")]],
];

for (const [name, content, sentences] of bad) {
  test(`a questionnaire that is ${name} is refused with the reason`, async () => {
    await show(name, content);
    await reads(say("pack.title"), ...sentences);
  });
}

test("each problem of a questionnaire is listed with its place", async () => {
  const broken = structuredClone(pack);
  delete broken.title;
  broken.sections[0].items[0].weight = 77;
  broken.sections[0].items[1].id = broken.sections[0].items[0].id;
  broken.sections[1].items[0].question = 4;
  broken.sections[2].items[0].needs = ["no-such-item"];
  await show("problems", JSON.stringify(broken));
  await reads(
    say("pack.title"),
    "/title",
    "/sections/0/items/0/weight",
    "/sections/0/items/1/id",
    "/sections/1/items/0/question",
    "/sections/2/items/0/needs/0",
  );
  assert.ok(await here.browser.run((e) => document.querySelector(e).shadowRoot.querySelectorAll(".problems li").length >= 5, element));
});

test("a questionnaire with thousands of problems lists the first and counts the rest", async () => {
  const broken = structuredClone(pack);
  const items = Array.from({ length: 3000 }, (_, n) => ({ id: `X.${n}` }));
  broken.sections.push({ id: "X", kind: "control", name: "Broken", items });
  await show("many", JSON.stringify(broken));
  await reads(say("pack.title"), "/sections/11/items/0/name");
  await until("the rest to be counted", async () => /And \d+ more\./.test(await visible()));
});

test("a questionnaire that is not there is named, and the page is not blank", async () => {
  await show("missing", "Not found", { status: 404 });
  await until("a message", async () => /missing\.json/.test(await visible()));
});

test("a questionnaire with 10,000 questions can be answered and searched", { skip: !chromium && "timing says most in one engine" }, async () => {
  const { browser, host, widget } = here;
  const large = structuredClone(pack);
  const numbers = Array.from({ length: 82 }, (_, n) => n);
  Object.assign(large, { id: "large", documents: [], profile: undefined, titles: {} });
  for (const section of large.sections) {
    section.items = numbers.flatMap((n) =>
      section.items.map((item) => ({ ...item, needs: [], id: n ? `${item.id}-${n}` : item.id, quick: false })),
    );
  }
  host.put("/large.json", JSON.stringify(large));
  host.put("/large.html", page('questionnaire="/large.json"'));
  const begun = Date.now();
  await here.first("/large.html");
  await widget.press("start.full.begin");
  await widget.press("profile.continue");
  await widget.press("sections.next");
  const [first] = await widget.questions();
  await widget.answer(first, "3");
  await widget.saved();
  await widget.go("nav.search");
  await widget.type("#search-words", "policy");
  await until("hits", () => widget.has(".hits button"));
  await widget.go("nav.result");
  await until("the result", () => widget.has("table.figures"));
  const seconds = (Date.now() - begun) / 1000;
  assert.ok(seconds < 30, `all of it took ${seconds} s`);

  await widget.go("nav.sections");
  await widget.press("sections.next");
  const slowest = await widget.run(async (root) => {
    let slowest = 0;
    for (const input of root.querySelectorAll(".options input[type=radio]")) {
      const start = performance.now();
      input.click();
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
      slowest = Math.max(slowest, performance.now() - start);
    }
    return slowest;
  });
  assert.ok(slowest < 250, `a click took ${slowest} ms until it was shown`);
});
