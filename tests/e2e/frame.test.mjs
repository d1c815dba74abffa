// frame.html on a page of another origin, with the very snippet that the documentation shows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { serve } from "./harness/host.mjs";
import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";

const snippet = readFileSync(new URL("../../docs/frame/snippet.html", import.meta.url), "utf8");
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const here = session();
/** The site of those who show the frame; that of the files is `here.host`. */
let site;

before(async () => {
  site = await serve();
  // Notes each height that the frame is given, and each message.
  site.put("/record.js", `
    window.messages = [];
    window.heights = [];
    addEventListener("message", ({ data, origin }) => messages.push({ data, origin }));
    new MutationObserver((all) => heights.push(...all.map(({ target }) => target.style.height)))
      .observe(document, { attributes: true, attributeFilter: ["style"], subtree: true });`);
  site.spoil(/\/in-frame/, ({ headers }) => {
    const policy = headers["content-security-policy"].replace("script-src", `script-src ${here.host.origin}`);
    return { headers: { ...headers, "content-security-policy": `${policy}; frame-src 'self' ${here.host.origin}` } };
  });
});
after(() => site?.close());
beforeEach(() => here.browser.driver.switchTo().defaultContent());

/** A page of the site with frames, by its path. */
function page(path, ...frames) {
  const body = frames.join("\n");
  site.put(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Framed</title>
    <script src="/record.js"></script></head><body><h1>Framed</h1>${body}<p>Below</p></body></html>`);
  return site.url(path);
}

const real = () =>
  snippet.replaceAll("https://files.example.com/plumbline/", here.host.url("/")).replaceAll("https://www.example.com", site.origin);

/** Does something in a frame and comes back. */
async function inside(work, nth = 0) {
  const { driver } = here.browser;
  await driver.switchTo().frame(nth);
  try {
    return await work();
  } finally {
    await driver.switchTo().defaultContent();
  }
}

const given = () => here.browser.run(() => document.querySelector("iframe").clientHeight);
const needed = () => inside(() => here.browser.run(() => Math.ceil(document.querySelector("plumbline-assessment").getBoundingClientRect().height)));

/** Waits until the frame is as high as the widget, give or take what counts as the same. */
function follows() {
  return until("the frame to be as high as the widget", async () => Math.abs((await given()) - (await needed())) <= 2);
}

/** Shows the snippet until the widget is there and the height has settled. */
async function show(path = "/in-frame.html") {
  await here.browser.go(page(path, real()));
  await inside(() => here.widget.ready());
  await follows();
}

test("the frame is as high as the widget, whatever that shows, and stays so", async () => {
  const { browser, widget } = here;
  await show();
  await pause(2000);
  const early = await browser.run(() => heights);
  assert.ok(early.length <= 3, `the height was set ${early.length} times while loading: ${early}`);
  await pause(1000);
  assert.deepEqual(await browser.run(() => heights), early, "once it stands nothing moves");
  await follows();
  const start = await needed();

  await inside(async () => {
    await widget.press("start.quick.begin");
    await widget.answer(quick[0].id, "2");
    await widget.saved();
  });
  await follows();
  assert.notEqual(await needed(), start, "another view has another height");
  await browser.resize(420);
  await follows();
  await browser.resize(1280);
  await follows();
  await inside(async () => {
    const [hidden, overflow] = await browser.run(() => [document.documentElement.scrollHeight - innerHeight, getComputedStyle(document.documentElement).overflowY]);
    assert.ok(hidden <= 2, `${hidden} pixels are out of sight`);
    assert.equal(overflow, "hidden", "no scroll bar comes and goes");
    await nothingWrong(browser);
  });

  const settled = await browser.run(() => heights.length);
  await pause(1500);
  assert.equal(await browser.run(() => heights.length), settled);
  const messages = await browser.run(() => messages);
  for (const { data, origin } of messages) {
    assert.deepEqual(Object.keys(data).sort(), ["height", "plumbline"], "nothing else crosses");
    assert.ok(Number.isInteger(data.height) && data.height >= 200 && data.height <= 20000);
    assert.equal(origin, here.host.origin);
  }
  await nothingWrong(browser);
});

test("a page whose script comes late has missed nothing", async () => {
  const { browser, host } = here;
  const late = real().replace("<script ", "<script defer ");
  // Long enough for the frame to have its widget, and to tell its height, before that.
  host.spoil(/\/frame-host/, () => pause(3000).then(() => ({})));
  await browser.go(page("/in-frame-late.html", late));
  host.mend();
  await follows();
  const messages = await browser.run(() => messages.map(({ data }) => data.height));
  assert.ok(messages.length > 1, `the same was told again: ${messages}`);
});

test("what is answered in a frame is kept there, and apart", async () => {
  const { browser, host, widget } = here;
  await here.forget();
  // To a browser this is another site than that of the files; two ports of one address are not.
  const elsewhere = () => browser.go(page("/in-frame-elsewhere.html", real()).replace("127.0.0.1", "localhost"));
  await elsewhere();
  await inside(async () => {
    await widget.ready();
    await widget.press("start.quick.begin");
    await widget.answer(quick[0].id, "3");
    await widget.saved();
  });

  await browser.go(host.url("/frame.html"));
  await widget.ready();
  await pause(500);
  assert.equal(await widget.has("button", widget.say("start.resume")), false, "by itself it begins empty");

  await elsewhere();
  await inside(async () => {
    await widget.ready();
    await widget.resume();
    assert.equal((await widget.answers())[quick[0].id], "3");
  });
});

test("only heights from the frame itself are taken", async () => {
  const { browser, host } = here;
  await show();
  const before = await browser.run(() => heights);
  const send = (messages) => browser.run((messages) => messages.forEach((data) => parent.postMessage(data, "*")), messages);
  const fits = { plumbline: "height", height: 4321 };
  const unchanged = async (why) => {
    await pause(200);
    assert.deepEqual(await browser.run(() => heights), before, why);
  };

  await send([fits]);
  await unchanged("from the page itself");

  await browser.run((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
    return new Promise((done) => (frame.onload = done));
  }, host.url("/pages/empty.html"));
  await inside(() => send([fits]), 1);
  await unchanged("from another frame of the same origin");

  const wrong = ["4321", null, "height", 199, 20001, 432.1, "4321px", -4321, [4321], {}];
  const data = wrong.map((height) => ({ plumbline: "height", height }));
  const others = [null, 4321, "height", [], { height: 4321 }, { plumbline: "other", height: 4321 }, { type: "height", height: 4321 }];
  await inside(() => send([...data, ...others]));
  await inside(() => browser.run(() => [NaN, Infinity, 4321n].forEach((height) => parent.postMessage({ plumbline: "height", height }, "*"))));
  await unchanged("what is no height");

  await inside(() => send([fits]));
  await until("the height that fits", async () => (await given()) === 4321);

  await inside(async () => {
    await browser.run((address) => location.assign(address), site.url("/pages/empty.html"));
    await until("the other page", () => browser.run((origin) => location.origin === origin && document.readyState === "complete", site.origin));
    await send([{ plumbline: "height", height: 1234 }]);
  });
  await pause(200);
  assert.equal(await given(), 4321, "from another origin in the same frame");
});

test("without an origin to tell it to no height goes out, and the frame scrolls", async () => {
  const { browser, host, widget } = here;
  const parents = ["", "?parent=*", `?parent=${site.origin}/`, `?parent=${site.origin}/x`, "?parent=null", "?parent=javascript:1", "?parent=https://other.example"];
  const frames = parents.map((query) => `<iframe width="600" height="400" src="${host.url(`/frame.html${query}`)}"></iframe>`);
  await browser.go(page("/in-frames.html", ...frames));
  for (const n of parents.keys()) {
    await inside(async () => {
      await widget.ready();
      assert.ok(await browser.run(() => getComputedStyle(document.documentElement).overflowY !== "hidden"), parents[n]);
    }, n);
  }
  await pause(300);
  assert.deepEqual(await browser.run(() => messages), []);
});

test("the address gives the element some attributes, and a questionnaire only from the list", async () => {
  const { browser, host, widget } = here;
  const attributes = () => browser.run(() => Object.fromEntries([...document.querySelector("plumbline-assessment").attributes].map(({ name, value }) => [name, value])));
  const pack = "pages/packs/small.json";
  await here.forget();
  await here.visit(`/frame.html?lang=en-GB&theme=dark&start=quick&history=1&questionnaire=${pack}`);
  assert.deepEqual(await attributes(), { lang: "en-GB", theme: "dark", start: "quick" });
  await until("the first question", async () => (await widget.questions()).length > 0);
  await nothingWrong(browser);

  host.spoil(/\/frame\.html/, ({ body }) => ({ body: body.replace('questionnaires" content=""', `questionnaires" content="other.json ${pack}"`) }));
  for (const [asked, got] of [[pack, pack], [`../${pack}`, undefined], ["", undefined], [`${pack} other.json`, undefined]]) {
    await here.visit(`/frame.html?questionnaire=${encodeURIComponent(asked)}`);
    assert.equal((await attributes()).questionnaire, got);
  }
  host.mend();
});

test("who embeds the element never gets the files for frames", async () => {
  const { host } = here;
  const element = await (await fetch(host.url("/plumbline.js"))).text();
  assert.doesNotMatch(element, /["']frame[.-]/);
  host.requests.length = 0;
  await here.first();
  await host.quiet();
  assert.deepEqual(host.requests.filter((path) => path.includes("/frame")), []);
  assert.equal((await fetch(host.url("/frame-host.js"))).headers.get("content-type"), "text/javascript; charset=utf-8");
});
