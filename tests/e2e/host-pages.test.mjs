// Pages that do not make it easy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { pseudo, offer } from "./harness/locales.mjs";
import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { Widget } from "./harness/widget.mjs";
import { say } from "./harness/words.mjs";

const here = session();
const [first] = quick;

test("a theme that resets everything, at a root size of 62.5 %, changes nothing in the widget", async () => {
  const { browser, widget } = here;
  const look = () =>
    widget.run((root) =>
      Object.fromEntries(
        ["h2", ".lead", ".choice h3", ".choice button", ".promises li"].map((selector) => {
          const style = getComputedStyle(root.querySelector(selector));
          const names = ["fontSize", "display", "color", "textTransform", "boxSizing", "paddingTop", "backgroundColor"];
          return [selector, names.map((name) => style[name])];
        }),
      ),
    );
  await here.first("/pages/host.html");
  const plain = await look();
  await here.visit("/pages/resets.html");
  assert.deepEqual(await look(), plain);
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.unfold(first.id, "more.note");
  await widget.type(`[data-item="${first.id}"] .opened textarea`, "seen");
  await widget.saved();
  await nothingWrong(browser);
});

test("the keys that are typed into a field do not reach the shortcuts of the page", async () => {
  const { browser, widget } = here;
  const note = `[data-item="${first.id}"] .opened textarea`;
  await here.first("/pages/shortcuts.html");
  await widget.press("start.quick.begin");
  await widget.unfold(first.id, "more.note");
  await widget.type(note, "s/f s");
  await until("the text", async () => (await widget.value(note)) === "s/f s");
  assert.deepEqual(await browser.run(() => fired), []);

  await browser.press(Key.ESCAPE);
  await widget.run((root) => root.querySelector("[data-focus]").focus());
  await browser.press("s");
  assert.ok((await browser.run(() => fired)).includes("keydown s"), "elsewhere the page has its shortcuts");
});

test("two widgets on one page do not disturb each other", async () => {
  const { browser, host } = here;
  offer(host);
  const [one, other] = [new Widget(browser, { selector: "#one" }), new Widget(browser, { selector: "#other", words: pseudo })];
  await here.forget();
  await browser.go(host.url("/pages/two.html"));
  await Promise.all([one.ready(), other.ready()]);
  assert.equal(await one.heading(), say("start.title"));
  assert.equal(await other.heading(), other.say("start.title"));

  await one.press("start.quick.begin");
  await one.answer(first.id, "1");
  assert.equal(await other.heading(), other.say("start.title"), "the other one stays where it is");
  await other.press("start.quick.begin");
  await until("its question", async () => (await other.questions()).includes("1.1"));
  await other.answer("1.1", "4");
  await one.answer(first.id, "2");
  await Promise.all([one.saved(), other.saved()]);
  assert.equal((await other.answers())["1.1"], "4");
  assert.equal((await one.answers())[first.id], "2");

  await browser.reload();
  await Promise.all([one.ready(), other.ready()]);
  await one.resume();
  await until("the answer of the first", async () => (await one.answers())[first.id] === "2");
  await other.resume();
  await until("the answer of the other", async () => (await other.answers())["1.1"] === "4");
  await nothingWrong(browser);
});

test("an element that is moved, removed and put back goes on", async () => {
  const { browser, widget } = here;
  await here.first("/pages/host.html");
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.saved();

  await browser.run(() => document.body.prepend(document.querySelector("plumbline-assessment")));
  await widget.ready();
  await until("the place of before", async () => (await widget.questions()).length > 0);
  await until("the answer after the move", async () => (await widget.answers())[first.id] === "2");
  await widget.answer(first.id, "3");
  await widget.saved();

  await browser.run(() => {
    window.kept = document.querySelector("plumbline-assessment");
    kept.remove();
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await browser.run(() => document.body.append(kept));
  await widget.ready();
  await until("the place of before", async () => (await widget.questions()).length > 0);
  await until("the answer after the return", async () => (await widget.answers())[first.id] === "3");
  await widget.answer(first.id, "4");
  await widget.saved();
  assert.equal(await widget.run((root) => root.querySelectorAll(".widget").length), 1);
  await nothingWrong(browser);
});

test("after fifty mounts the widget still works and nothing piles up", async () => {
  const { browser, widget } = here;
  await here.first("/pages/host.html");
  await browser.driver.executeAsyncScript((done) => {
    const element = document.querySelector("plumbline-assessment");
    const place = element.parentNode;
    const drawn = (e) => e.shadowRoot?.querySelector(".widget [data-focus]");
    (async () => {
      for (let n = 0; n < 50; n += 1) {
        element.remove();
        await new Promise((next) => setTimeout(next, n % 3));
        place.append(element);
        if (n % 2) for (let m = 0; m < 100 && !drawn(element); m += 1) await new Promise((next) => setTimeout(next, 10));
      }
      done();
    })();
  });
  await widget.ready();
  assert.equal(await widget.run((root) => root.querySelectorAll(".widget").length), 1);
  assert.ok(await widget.run((root) => root.childNodes.length < 5), "the root of the element stays small");
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.saved();
  await nothingWrong(browser);
});

test("the script may be there twice", async () => {
  const { browser, widget } = here;
  await here.first("/pages/copies.html");
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.saved();
  assert.equal(await widget.run((root) => root.querySelectorAll(".widget").length), 1);
  assert.deepEqual(await browser.run(() => seen.filter((line) => !line.startsWith("console.warn"))), []);
});

test("in a frame without an origin, without storage, the widget works and says that nothing is saved", async () => {
  const { browser, host, widget } = here;
  // Without an origin a page may only load what its host allows to all, and WebKit knows no 'self'.
  host.spoil(/./, ({ headers }) => {
    const policy = headers["content-security-policy"]?.replaceAll("'self'", host.origin);
    const more = policy ? { "content-security-policy": policy } : {};
    return { headers: { ...headers, ...more, "access-control-allow-origin": "*" } };
  });
  host.allowFrames(/frames\.html/);
  await browser.go(host.url("/pages/frames.html"));
  await browser.driver.switchTo().frame(0);
  await widget.ready();
  await widget.press("start.quick.begin");
  await widget.answer(first.id, "2");
  await widget.reads(say("saving.failed"));
  await browser.driver.switchTo().defaultContent();
  host.mend();
});

test("a page can wait for the widget, ask how far it is, and give it the focus", async () => {
  const { browser, host, widget } = here;
  await browser.go(host.url("/pages/host.html"));
  await browser.driver.executeAsyncScript((done) => document.querySelector("plumbline-assessment").ready.then(() => done()));
  assert.equal(await widget.heading(), say("start.title"), "it is there once the promise is kept");
  const element = (script) => browser.run(`() => (${script})(document.querySelector("plumbline-assessment"))`);
  assert.equal(await element((element) => element.state), "ready");
  await element((element) => element.focus());
  assert.equal(await widget.run((root) => root.activeElement?.localName), "h2");
  await nothingWrong(browser);
});

test("a file that is dropped on the widget does not take the page away, and text may be dropped", async () => {
  const { browser, host, widget } = here;
  await browser.go(host.url("/pages/host.html"));
  await widget.ready();
  const taken = (kind) =>
    widget.run((root, kind) => {
      const dataTransfer = new DataTransfer();
      if (kind === "file") dataTransfer.items.add(new File(["{}"], "answers.json"));
      else dataTransfer.setData("text/plain", "a word");
      const drop = new DragEvent("drop", { dataTransfer, bubbles: true, composed: true, cancelable: true });
      return !root.querySelector(".widget").dispatchEvent(drop);
    }, kind);
  assert.deepEqual([await taken("file"), await taken("text")], [true, false]);
});
