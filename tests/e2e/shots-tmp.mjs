import { mkdirSync } from "node:fs";
import { open } from "./harness/browser.mjs";
import { serve } from "./harness/host.mjs";
import { Widget } from "./harness/widget.mjs";
const [folder, sample, sizes, schemes, ...pages] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const host = await serve(); const browser = await open();
try {
  const widget = new Widget(browser);
  await browser.resize(1280);
  await browser.go(host.url("/"));
  await widget.ready();
  await new Promise((r) => setTimeout(r, 2500));
  await widget.press(`start.sample.${sample}`).catch(async () => widget.run((root, s) => [...root.querySelectorAll("button")].find((b) => b.textContent.includes(s))?.click(), sample));
  await new Promise((r) => setTimeout(r, 1500));
  for (const page of pages) {
    await browser.run((p) => { location.hash = `#/${p}`; }, page);
    await new Promise((r) => setTimeout(r, 700));
    for (const scheme of schemes.split(",")) {
      await browser.prefer({ "prefers-color-scheme": scheme });
      for (const width of sizes.split(",").map(Number)) {
        await browser.resize(width); await browser.run(() => scrollTo(0, 0));
        const height = await browser.run(() => document.documentElement.scrollHeight);
        await browser.resize(width, Math.min(Math.max(height, 700), 3400));
        await browser.screenshot(`${folder}/${page.replaceAll("/", "-")}-${width}-${scheme}.png`);
      }
    }
  }
} finally { await browser.close(); host.close(); }
