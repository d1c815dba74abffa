// The package in what people build their sites with: built from its tarball, and used in a browser.

import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open } from "../e2e/harness/browser.mjs";
import { freePort, kill, start, until } from "../e2e/harness/processes.mjs";
import { panicking } from "../e2e/harness/wasm.mjs";
import { Widget } from "../e2e/harness/widget.mjs";
import { say } from "../e2e/harness/words.mjs";
import { policy, serve } from "./harness/site.mjs";
import { answerFirst, hasAssets, node, root, tool } from "./harness/use.mjs";

const bundlers = {
  vite: [tool("vite/bin/vite.js"), "build"],
  webpack: ["build.mjs"],
  rollup: [tool("rollup/dist/bin/rollup"), "--config"],
  esbuild: ["build.mjs"],
  parcel: [tool("parcel/lib/bin.js"), "build", "index.html", "--no-cache"],
  astro: [tool("astro/astro.js"), "build"],
  next: [tool("next/dist/bin/next"), "build"],
};

let browser;
before(async () => (browser = await open()));
after(() => browser?.close());

for (const [bundler, command] of Object.entries(bundlers)) {
  test(`${bundler}: the first question can be answered`, async () => {
    const dist = join(root, bundler, "dist");
    rmSync(dist, { recursive: true, force: true });
    await node(bundler, {}, ...command);
    // Not all of them know pages.
    if (!existsSync(join(dist, "index.html"))) cpSync(join(root, bundler, "index.html"), join(dist, "index.html"));
    hasAssets(dist);
    // Next begins with scripts in the page.
    const allowed = bundler === "next" ? policy.replace("script-src", "script-src 'unsafe-inline'") : policy;
    const site = await serve(dist, () => ({ headers: { "content-security-policy": allowed } }));
    try {
      await answerFirst(browser, site.url);
      assert.deepEqual(site.missing, []);
    } finally {
      site.close();
    }
  });
}

test("the development server of vite: the first question can be answered", async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const args = [tool("vite/bin/vite.js"), "--host=127.0.0.1", `--port=${port}`, "--strictPort"];
  const server = start(process.execPath, args, { cwd: join(root, "vite") });
  try {
    await until("vite", async () => (await fetch(address)).ok, { seconds: 30 });
    await answerFirst(browser, address);
  } finally {
    kill(server);
  }
});

test("in a bundle, a program that broke is replaced, and the page's own script does not run again", async () => {
  let broken = true;
  const site = await serve(join(root, "vite/dist"), (path) => {
    if (!broken || !path.includes("split_report")) return {};
    return { body: panicking(readFileSync(join(root, "vite/dist", path))) };
  });
  try {
    await answerFirst(browser, site.url);
    const widget = new Widget(browser);
    await widget.go("nav.result");
    await until("the failure", () => widget.has(".failure[role=alert]"));
    broken = false;
    await widget.click(".failure button");
    await until("the answer", async () => Object.values(await widget.answers()).includes("2"));
    await widget.go("nav.result");
    await widget.reads(say("result.disclaimer"));
    const scripts = () => performance.getEntriesByType("resource").filter(({ name }) => /\.js(\?|$)/.test(name)).length;
    assert.equal(await browser.run(scripts), 1);
  } finally {
    site.close();
  }
});
