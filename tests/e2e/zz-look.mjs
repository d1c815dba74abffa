import { open } from "./harness/browser.mjs";
import { serve } from "./harness/host.mjs";
import { Widget } from "./harness/widget.mjs";
import { mkdirSync } from "node:fs";
const out = process.argv[2] ?? "/tmp/look"; mkdirSync(out, { recursive: true });
const host = await serve(); const browser = await open();
try {
  const widget = new Widget(browser);
  await browser.resize(390, 844);
  await browser.go(host.url("/")); await widget.ready();
  await widget.press("start.quick.begin"); await widget.saved();
  for (const scheme of ["light", "dark"]) {
    await browser.prefer({ "prefers-color-scheme": scheme });
    await browser.screenshot(`${out}/q-390-${scheme}.png`);
  }
  await browser.prefer({ "prefers-color-scheme": "light" });
  await widget.answer("4.3", 1);
  await widget.click("button.fold");
  await widget.click("#menu-button");
  await browser.screenshot(`${out}/q-menu.png`);
  await widget.click("#menu-button");
  await widget.click(".more button");
  await browser.resize(390, 1400);
  await browser.screenshot(`${out}/q-open.png`);
  await browser.resize(1280, 800);
  await browser.screenshot(`${out}/q-1280.png`);
  await widget.click("#menu-button");
  await widget.click(".switch button", widget.say("layout.meeting"));
  await widget.click("#menu-button");
  await browser.resize(1280, 720);
  await browser.screenshot(`${out}/q-meeting.png`);
  await widget.click("#menu-button");
  await widget.click(".switch button", widget.say("layout.few"));
  await browser.screenshot(`${out}/q-few-menu.png`);
  await widget.click("#menu-button");
  await browser.resize(1280, 1600);
  await browser.screenshot(`${out}/q-few.png`);
} finally { await browser.close(); host.close(); }
