// A host page that shows the widget and takes it away again, for hours: nothing may pile up.
//
// PLUMBLINE_SOAK_MOUNTS   how often (default 500)

import assert from "node:assert/strict";
import { test } from "node:test";
import { quick } from "../harness/pack.mjs";
import { page } from "../harness/pages.mjs";
import { session } from "../harness/session.mjs";
import { say } from "../harness/words.mjs";

const mounts = Number(process.env.PLUMBLINE_SOAK_MOUNTS ?? 500);
/** How many mounts make what is made once: caches, compiled code, the size of the module's memory. */
const warm = Math.ceil(mounts / 5);
const MEGABYTE = 2 ** 20;

/** What each mount does leave behind. Yew 0.23 never drops what listens on the root of an app
    (`HostHandlers` in its `subtree_root.rs`): one listener for each kind of event that the widget
    handles, and the root, which is no longer in the page and hears nothing. In 2,000 mounts that
    were 0.8 KB of the page's heap each and 1.6 KB of the module's memory, which grows by 1.25 MB. */
const YEW = { listeners: 4, nodes: 1, heap: 1536, module: 2048 };
const STEP = 1.25 * MEGABYTE;

const here = session();

/** Keeps what the page instantiates, to know the memory of the module. */
const keepMemory = `
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate(...args);
    const { exports } = made.instance ?? made;
    window.memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
    return made;
  };
`;

/** In the page: shows the widget `times` times, goes on with the assessment and takes it away. */
async function remount(times, resume) {
  const host = document.querySelector("main");
  const until = async (what, ready) => {
    for (const end = performance.now() + 20_000; performance.now() < end; ) {
      const found = ready();
      if (found) return found;
      await new Promise((next) => setTimeout(next, 5));
    }
    throw new Error(`waited 20 s for ${what}`);
  };
  for (let n = 0; n < times; n += 1) {
    document.querySelector("plumbline-assessment")?.remove();
    const element = document.createElement("plumbline-assessment");
    host.append(element);
    const find = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
    const button = await until("the offer to continue", () => find("button").find((e) => e.innerText.trim() === resume));
    button.click();
    // Were the lock of the widget before still held, the questions could not be answered.
    await until("a question", () => find(".question-card fieldset.question:not([disabled])").length > 0);
  }
  document.querySelector("plumbline-assessment").remove();
}

/** What the page holds once all that can go has gone. */
async function held(browser) {
  for (let round = 0; round < 3; round += 1) {
    await browser.cdp("HeapProfiler.collectGarbage");
    await new Promise((next) => setTimeout(next, 100));
  }
  const onPage = [];
  for (const expression of ["window", "document", "document.documentElement", "document.body", "document.querySelector('main')"]) {
    const { result } = await browser.cdp("Runtime.evaluate", { expression });
    const { listeners } = await browser.cdp("DOMDebugger.getEventListeners", { objectId: result.objectId });
    onPage.push(...listeners.map(({ type }) => `${expression}: ${type}`));
  }
  const { metrics } = await browser.cdp("Performance.getMetrics");
  const named = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    onPage,
    listeners: named.JSEventListeners,
    nodes: named.Nodes,
    heap: named.JSHeapUsedSize,
    module: await browser.run(() => window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)),
  };
}

test(`${mounts} mounts leave nothing behind but what Yew does`, { timeout: 20 * 60_000 }, async (t) => {
  const { browser, widget, host } = here;
  host.put("/keep-memory.js", keepMemory);
  host.put("/soak.html", page().replace("<script", '<script src="/keep-memory.js"></script>\n    <script'));
  await here.first("/soak.html");
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "3");
  await widget.saved();
  await browser.cdp("Performance.enable");

  const show = async (count) => {
    // In portions: a script may take 30 s.
    for (let left = count; left > 0; left -= 10) {
      const failed = await browser.driver.executeAsyncScript(
        `const done = arguments[2]; (${remount})(arguments[0], arguments[1]).then(() => done(), (error) => done(String(error)))`,
        Math.min(left, 10),
        say("start.resume"),
      );
      assert.equal(failed, null);
    }
    const now = await held(browser);
    const size = (bytes) => `${(bytes / MEGABYTE).toFixed(2)} MB`;
    t.diagnostic(
      `after ${count} more: ${now.onPage.length} listeners on the page, ${now.listeners} in all, ${now.nodes} nodes, ` +
        `heap ${size(now.heap)}, memory of the modules ${size(now.module)}`,
    );
    return now;
  };
  const before = await show(warm);
  const quarter = Math.ceil((mounts - warm) / 4);
  let after;
  for (let part = 0; part < 4; part += 1) after = await show(quarter);

  const more = 4 * quarter;
  assert.deepEqual(after.onPage, before.onPage, "no listener is left on the page");
  assert.ok(after.listeners <= before.listeners + more * YEW.listeners, `listeners: ${before.listeners}, then ${after.listeners}`);
  assert.ok(after.nodes <= before.nodes + more * YEW.nodes, `nodes: ${before.nodes}, then ${after.nodes}`);
  assert.ok(after.heap <= before.heap + more * YEW.heap, `heap: ${before.heap}, then ${after.heap}`);
  const module = before.module + STEP + more * YEW.module;
  assert.ok(after.module <= module, `memory of the modules: ${before.module}, then ${after.module}`);
});
