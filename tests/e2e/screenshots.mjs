// Pictures of every view, to look at: node screenshots.mjs <folder>

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "./harness/browser.mjs";
import { serve } from "./harness/host.mjs";
import { views } from "./harness/views.mjs";
import { Widget } from "./harness/widget.mjs";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node screenshots.mjs <folder>");
mkdirSync(folder, { recursive: true });

const host = await serve();
const browser = await open();
try {
  const widget = new Widget(browser);
  await browser.resize(1280);
  await browser.go(host.url("/"));
  await widget.ready();
  for (const [position, [name, enter]] of views.entries()) {
    await browser.resize(1280);
    await enter(widget);
    for (const scheme of ["light", "dark"]) {
      await browser.prefer({ "prefers-color-scheme": scheme });
      for (const width of [390, 1280]) {
        await browser.resize(width);
        await browser.run(() => scrollTo(0, 0));
        const height = await browser.run(() => document.documentElement.scrollHeight);
        await browser.resize(width, Math.min(Math.max(height, 700), 6000));
        const number = String(position + 1).padStart(2, "0");
        await browser.screenshot(join(folder, `${number}-${name}-${width}-${scheme}.png`));
      }
    }
  }
} finally {
  await browser.close();
  host.close();
}
