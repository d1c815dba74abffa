// The parts of the program that come after the first question: the report, and what writes files.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { serve } from "./harness/host.mjs";
import { offer, pseudo, rightToLeft } from "./harness/locales.mjs";
import { quick } from "./harness/pack.mjs";
import { page } from "./harness/pages.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { panicking } from "./harness/wasm.mjs";
import { Widget } from "./harness/widget.mjs";
import { report, say } from "./harness/words.mjs";

const here = session();
const missing = () => ({ status: 404, body: "Not found" });
const pages = /split_report[^/]*\.wasm$/;
const exports = /split_exports[^/]*\.wasm$/;

afterEach(() => here.host.mend());

/** Answers one question on a page that is visited for the first time. */
async function begin(path) {
  await here.first(path);
  await here.widget.press("start.quick.begin");
  await here.widget.answer(quick[0].id, "2");
  await here.widget.saved();
}

/** Takes a file from the result. */
async function download() {
  const { browser, widget } = here;
  if (await widget.has(".downloads:not([open]) > summary")) await widget.click(".downloads > summary");
  return browser.download(() => widget.click(".downloads button", say("download.html")));
}

/** Sees the report, and takes a file. */
async function all() {
  await here.widget.go("nav.result");
  await until("the result", () => here.widget.has("table.figures"));
  const { name, text } = await download();
  assert.match(name, /\.html$/);
  assert.match(text, /<\/html>\s*$/);
}

test("a part of the report that does not come at first is told of, and the result waits for it", async () => {
  const { host, widget } = here;
  let asked = 0;
  host.spoil(pages, () => {
    asked += 1;
    return missing();
  });
  await begin();
  await widget.go("nav.result");
  await widget.at(say("loading.title"));
  await widget.reads(say("loading.late"));
  await until("it to be asked for again", () => asked > 1);
  await widget.go("nav.sections");
  await widget.at(say("sections.title"));
  await widget.go("nav.result");
  host.mend();
  await until("the result", () => widget.has("table.figures"));
  assert.ok(!(await widget.text()).includes(say("loading.late")));
});

test("pages that the first question does not need are told of while they do not come, and lose nothing", async () => {
  const { host, widget } = here;
  host.spoil(/split_pages[^/]*\.wasm$/, missing);
  await begin();
  await widget.go("nav.sections");
  await widget.at(say("loading.title"));
  await widget.reads(say("loading.late"));
  host.mend();
  await widget.at(say("sections.title"));
  await widget.go("nav.profile");
  await widget.at(say("profile.title"));
});

test("what keeps the answers and does not come is told of, and everything is saved once it has come", async () => {
  const { browser, host, widget } = here;
  host.spoil(/split_device[^/]*\.wasm$/, missing);
  await here.forget();
  await here.visit();
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "2");
  await widget.reads(say("failure.missing"));
  await widget.answer(quick[0].id, "1");
  const { text } = await browser.download(() => widget.press("saving.download"));
  assert.equal(JSON.parse(text).answers[quick[0].id].level, 1);
  host.mend();
  await widget.saved();
  await browser.reload();
  await widget.resume();
  assert.equal((await widget.answers())[quick[0].id], "1");
});

test("words of the report that do not come at first are told of, and the result waits for them", async () => {
  const { host, widget } = here;
  host.spoil(/en\.report[^/]*\.json$/, missing);
  await begin();
  await widget.go("nav.result");
  await widget.reads(say("loading.late"));
  host.mend();
  await until("the result", () => widget.has("table.figures"));
});

test("a file whose part has not come is told of; once that has come, it is handed out", async () => {
  const { host, widget } = here;
  host.spoil(exports, missing);
  await begin();
  await widget.go("nav.result");
  await widget.click(".downloads > summary");
  await widget.click(".downloads button", say("download.html"));
  await widget.reads(say("failure.missing"));
  host.mend();
  await widget.press("notice.close");
  const { text } = await download();
  assert.match(text, /<\/html>\s*$/);
});

test("parts of the wrong type work all the same", async () => {
  const { browser, host } = here;
  host.spoil(/\.wasm$/, ({ headers }) => ({ headers: { ...headers, "content-type": "text/plain" } }));
  await begin();
  await all();
  await nothingWrong(browser);
});

test("parts come from where the script is, not from where the page is", async () => {
  const { browser, host } = here;
  host.put("/some/where/page.html", page().replace("/plumbline.js", "../../elsewhere/plumbline.js"));
  await begin("/some/where/page.html");
  await all();
  const parts = host.requests.filter((path) => /(split|chunk)_[^/]*\.wasm$/.test(path));
  assert.ok(parts.length >= 3 && parts.slice(-3).every((path) => path.startsWith("/elsewhere/")), parts.join(" "));
  await nothingWrong(browser);
});

test("parts come from another origin that allows it", async () => {
  const { browser, host } = here;
  const other = await serve();
  try {
    other.spoil(/./, ({ headers }) => ({ headers: { ...headers, "access-control-allow-origin": "*" } }));
    host.put("/foreign.html", page().replace("/plumbline.js", other.url("/plumbline.js")));
    host.spoil(/foreign\.html$/, ({ headers }) => {
      const policy = headers["content-security-policy"].replaceAll("'self'", `'self' ${other.origin}`);
      return { headers: { ...headers, "content-security-policy": policy } };
    });
    await begin("/foreign.html");
    await all();
    await nothingWrong(browser);
  } finally {
    other.close();
  }
});

for (const [kind, type] of [["", "application/wasm"], [" that came as bytes", "text/plain"]]) {
  test(`a panic in a part${kind} is told like any other`, async () => {
    const { browser, host, widget } = here;
    await here.forget();
    host.spoil(pages, ({ headers, body }) => ({ headers: { ...headers, "content-type": type }, body: panicking(body) }));
    await begin();
    await widget.go("nav.result");
    const shown = () => browser.run((element) => document.querySelector(element).shadowRoot.textContent, widget.selector);
    await until("the failure", async () => (await shown()).includes("Something went wrong in the assessment."));
    host.mend();
    await browser.run(() => (window.same = true));
    await widget.click(".failure button");
    // Back at the last place that could be drawn.
    await until("the answer", async () => (await widget.answers())[quick[0].id] === "2", { seconds: 20 });
    assert.equal(await browser.run(() => window.same), true, "the page was not loaded again");
    // The program that broke holds nothing: what is answered now is saved.
    await widget.answer(quick[0].id, "3");
    await widget.saved();
    await widget.go("nav.result");
    await until("the result", () => widget.has(".result .way"));
    await here.visit();
    await widget.resume();
    await until("the answer", async () => (await widget.answers())[quick[0].id] === "3");
  });
}

/** Keys of the report's words, which show where words are missing. */
const keys = Object.keys(report).filter((key) => key.includes("."));

test("the language can change before and after the words of the report have come", async () => {
  const { browser, host } = here;
  offer(host);
  host.spoil(/en(-XA)?\.report[^/]*\.json$/i, missing);
  await begin();
  await here.widget.go("nav.result");
  await here.widget.reads(say("loading.late"));
  const change = (lang) => browser.run((element, lang) => (document.querySelector(element).lang = lang), here.widget.selector, lang);
  const figures = async (words) => {
    const widget = new Widget(browser, { words });
    await widget.reads(widget.say("result.disclaimer"));
    const text = await widget.text();
    assert.deepEqual(keys.filter((key) => text.includes(key)), []);
  };
  await change(pseudo.lang);
  host.mend();
  await figures(pseudo);
  await change(rightToLeft.lang);
  await figures(rightToLeft);
  await change("en");
  await figures();
});
