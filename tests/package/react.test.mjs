// The wrapper for React, in strict mode, where React mounts everything twice.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open } from "../e2e/harness/browser.mjs";
import { until } from "../e2e/harness/processes.mjs";
import { Widget } from "../e2e/harness/widget.mjs";
import { serve } from "./harness/site.mjs";
import { answerFirst, node, root, tool } from "./harness/use.mjs";

let browser;
before(async () => (browser = await open()));
after(() => browser?.close());

for (const [host, version] of [["react", "19."], ["react18", "18."]]) {
  test(`React ${version}x: properties, events and the reference`, async () => {
    const dist = join(root, host, "dist");
    rmSync(dist, { recursive: true, force: true });
    // React is strict in development alone.
    await node(host, { NODE_ENV: "development" }, tool("vite/bin/vite.js"), "build", "--mode=development");
    const site = await serve(dist);
    try {
      await answerFirst(browser, site.url);
      assert.match(await browser.run(() => document.querySelector("h1").textContent), new RegExp(`^React ${version}`));
      await hears("ready");

      const attributes = await browser.run(() => {
        const { attributes } = document.querySelector("plumbline-assessment");
        return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
      });
      assert.deepEqual(attributes, { class: "assessment", theme: "light" });
      const history = () => browser.run(() => document.querySelector("plumbline-assessment").history);
      await click("history");
      await until("the history", history);
      await click("history");
      await until("no history", async () => !(await history()));

      await click("ref");
      await hears("ready", "ready", "ready", "plumbline-assessment");
      await click("shown");
      await click("shown");
      await new Widget(browser).ready();
      await hears("ready", "ready", "ready", "plumbline-assessment", "ready");
      await click("missing");
      await hears("ready", "ready", "ready", "plumbline-assessment", "ready", "pack");
    } finally {
      site.close();
    }
  });
}

/** What the page was told so far. */
function hears(...events) {
  const heard = () => browser.run(() => document.querySelector("#heard").textContent);
  return until(events.join(", "), async () => (await heard()) === events.join(", ")).catch(async (error) => {
    error.message += `; heard ${await heard()}`;
    throw error;
  });
}

function click(id) {
  return browser.run((id) => document.getElementById(id).click(), id);
}
