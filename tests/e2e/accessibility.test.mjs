// axe-core on every view, in every look. What axe cannot see is in keyboard.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./harness/axe.mjs";
import { chromium } from "./harness/engine.mjs";
import { offer, pseudo, rightToLeft } from "./harness/locales.mjs";
import { page } from "./harness/pages.mjs";
import { until } from "./harness/processes.mjs";
import { beyond, lacking, wide } from "./harness/reflow.mjs";
import { session } from "./harness/session.mjs";
import { views } from "./harness/views.mjs";
import { Widget } from "./harness/widget.mjs";
import { words } from "./harness/words.mjs";

const here = session(({ host }) => {
  offer(host);
  host.allowFrames(/narrow\.html/);
  for (const { lang } of [pseudo, rightToLeft]) host.put(`/${lang}.html`, page(`lang="${lang}" history`));
});
// Without motion: a colour on its way to another one has no contrast to speak of.
const media = (scheme, forced = "none") => ({
  "prefers-color-scheme": scheme,
  "forced-colors": forced,
  "prefers-reduced-motion": "reduce",
});

// Only Chromium can be told what to prefer, and be narrower than a window can be.
const looks = [
  ["light, 1280 px", { width: 1280, media: media("light") }],
  ["light, 320 px", { width: 320, media: media("light") }],
  ["dark, 1280 px", { width: 1280, media: media("dark") }],
  ["dark, 320 px", { width: 320, media: media("dark") }],
  ["forced colours, 1280 px", { width: 1280, media: media("light", "active") }],
];
const fewer = [
  ["light, 1280 px", { width: 1280, media: media("light") }],
  ["light, 320 px", { width: 320, media: media("light") }],
];

/** What is wrong with the view that is shown, in one look after the other. */
async function faults(browser, looks) {
  const found = [];
  for (const [look, { width, media }] of looks) {
    if (chromium) {
      await browser.resize(width);
      await browser.prefer(media);
    }
    // At the end of a page the bar that stays in sight covers nothing that could be used.
    await browser.run(() => scrollTo(0, document.documentElement.scrollHeight));
    const wrong = await violations(browser);
    wrong.push(...(await beyond(browser, width === 320 ? wide : [])));
    found.push(...wrong.map((line) => `${look}: ${line}`));
  }
  return found;
}

test("the layout is tested in wide fonts", async (context) => {
  await here.browser.go(here.host.url("/pages/empty.html"));
  const fonts = await lacking(here.browser, wide);
  if (fonts.length) context.skip(`install ${fonts.join(" and ")} for that`);
});

/** Walks through all views. */
async function walk(context, widget, looks) {
  for (const [name, enter] of views) {
    await context.test(name, async () => {
      if (chromium) await here.browser.resize(1280);
      await enter(widget);
      const before = await widget.heading();
      assert.deepEqual(await faults(here.browser, looks), [], `${name}, "${before}"`);
    });
  }
}

const languages = [
  ["in English", "/", words, chromium ? looks : fewer.slice(0, 1)],
  ["with words two fifths longer", `/${pseudo.lang}.html`, pseudo, fewer],
  ["from right to left", `/${rightToLeft.lang}.html`, rightToLeft, fewer],
];

for (const [language, path, words, looks] of chromium ? languages : languages.slice(0, 1)) {
  test(`every view ${language}`, async (context) => {
    await here.forget();
    await here.browser.go(here.host.url(path));
    const widget = new Widget(here.browser, { words });
    await widget.ready();
    await walk(context, widget, looks);
  });
}

// Windows of Firefox and WebKitGTK have a least width, frames have none.
test("every view 320 px wide, in a frame, with words two fifths longer", { skip: chromium && "the page itself was as narrow" }, async (context) => {
  await here.forget();
  await here.browser.go(here.host.url("/pages/narrow.html"));
  await here.browser.driver.switchTo().frame(0);
  const widget = new Widget(here.browser, { words: pseudo });
  await widget.ready();
  await walk(context, widget, fewer.slice(1));
  await here.browser.driver.switchTo().defaultContent();
});

test("the list of a questionnaire's problems", async () => {
  const { browser, host } = here;
  host.put("/broken.json", '{"plumbline": "pack", "format": 1, "id": 4}');
  host.put("/broken.html", page('questionnaire="/broken.json" history'));
  await browser.go(host.url("/broken.html"));
  await until("the problems", () => here.widget.has(".problems li"));
  assert.deepEqual(await faults(browser, chromium ? looks : fewer.slice(0, 1)), []);
});

test("the notice of another tab", async () => {
  const { browser, widget } = here;
  const { driver } = browser;
  if (chromium) await browser.resize(1280);
  await here.first();
  await widget.press("start.quick.begin");
  await widget.saved();
  const one = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  await here.visit();
  await widget.resume();
  await until("the notice", () => widget.has(".notice.warn"));
  assert.deepEqual(await faults(browser, chromium ? looks : fewer.slice(0, 1)), []);
  await driver.close();
  await driver.switchTo().window(one);
});
