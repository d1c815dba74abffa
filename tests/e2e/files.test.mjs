// Files that leave the browser, and files that come back.

import assert from "node:assert/strict";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dayOf, GOLDEN, NOW } from "./harness/day.mjs";
import { assertGolden } from "./harness/golden.mjs";
import { page } from "./harness/pages.mjs";
import { until } from "./harness/processes.mjs";
import { bakery } from "./harness/saves.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { day, say } from "./harness/words.mjs";

const here = session();
const small = JSON.parse(readFileSync(new URL("pages/packs/small.json", import.meta.url), "utf8"));

/** Writes a file for the widget to open. */
function file(name, content) {
  const path = join(here.browser.profile.home, name);
  writeFileSync(path, content);
  return path;
}

/** Opens the result's list of downloads and takes one. */
async function download(key) {
  const { browser, widget } = here;
  await widget.go("nav.result");
  await until("the downloads", () => widget.has(".downloads > summary"));
  if (await widget.has(".downloads:not([open]) > summary")) await widget.click(".downloads > summary");
  return browser.download(() => widget.click(".downloads button", say(key)));
}

async function openSmall() {
  const { host, widget } = here;
  host.put("/small.html", page('questionnaire="/pages/packs/small.json"'));
  await here.first("/small.html");
  const save = bakery({ questionnaire: small });
  save.answers["1.1"].note = "=1+1 and a \"quoted\" word,\nthen a second line";
  save.answers["B.2"] = { notApplicable: "We write no software and have none written for us." };
  save.answers["B.3"] = { dontKnow: true };
  await widget.choose(file("small.json", JSON.stringify(save)));
  await until("the answers", async () => (await widget.answers())["1.1"] === "3");
}

const scorecards = [
  ["download.html", "html"],
  ["download.csv", "csv"],
  ["download.markdown", "md"],
  ["download.json", "json"],
];

for (const [key, extension] of scorecards) {
  test(`the scorecard as ${extension} is what it was, and says in its name whose it is`, async (context) => {
    here.host.setClock(GOLDEN);
    context.after(() => here.host.setClock(NOW));
    await openSmall();
    const { name, text } = await download(key);
    assertGolden(`scorecard.${extension}`, text);
    assert.equal(name, `plumbline-bäckerei-müller-söhne-${dayOf(GOLDEN)}.${extension}`);
  });
}

test("each scorecard has the day of its reader, not the one of Greenwich", async () => {
  await openSmall();
  for (const [key, extension] of scorecards) {
    const { name, text } = await download(key);
    assert.ok(name.endsWith(`-${dayOf(NOW)}.${extension}`), name);
    // What is for readers says it in words.
    const written = ["html", "md"].includes(extension) ? day(dayOf(NOW)) : dayOf(NOW);
    assert.ok(text.includes(written), extension);
  }
});

test("without a connection, answers are saved and the scorecard is written all the same", async () => {
  const { host, widget } = here;
  await openSmall();
  await host.quiet();
  host.unreachable = true;
  try {
    await widget.answer("1.1", "4");
    await widget.saved();
    const { text } = await download("download.json");
    assert.equal(JSON.parse(text).organisation.name, bakery().organisation.name);
  } finally {
    host.unreachable = false;
  }
});

test("a save file brings everything back after the assessment was deleted", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.choose(file("bakery.json", JSON.stringify(bakery())));
  await widget.saved();
  const before = await download("download.save");
  assert.equal(before.name, `plumbline-bäckerei-müller-söhne-${dayOf(NOW)}.plumbline.json`);

  await widget.go("nav.library");
  await widget.press("library.delete");
  await widget.reads(say("delete.text"));
  await widget.press("delete.yes");
  await until("the assessment to go", async () => !(await widget.has(".library .card")));
  assert.equal(await widget.has("nav"), false, "nothing is open any more");

  await widget.choose(before.path);
  await widget.saved();
  const after = await download("download.save");
  assert.deepEqual(JSON.parse(after.text), JSON.parse(before.text));
  await nothingWrong(browser);
});

test("the save file of an assessment can be taken from its entry, and before it is deleted", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.choose(file("bakery.json", JSON.stringify(bakery())));
  await widget.saved();
  await widget.go("nav.library");
  await until("the entry", () => widget.has(".library .card"));
  const entry = await browser.download(() => widget.press("library.download"));
  await widget.press("library.delete");
  const last = await browser.download(() => widget.press("delete.download"));
  assert.deepEqual(JSON.parse(last.text), JSON.parse(entry.text));
  assert.equal(JSON.parse(entry.text).organisation.name, bakery().organisation.name);
  await widget.press("delete.no");
  assert.ok(await widget.has(".library .card"), "it is still there");
});

test("the button opens the browser's dialog for files", async () => {
  const { browser, widget } = here;
  await here.first();
  await browser.run(() => {
    HTMLInputElement.prototype.click = function () {
      window.asked = this.type;
    };
  });
  await widget.press("library.open_file");
  await until("the dialog", () => browser.run(() => window.asked === "file"));
});

test("a file that cannot be read leaves the answers as they are, and says why", async () => {
  const { widget } = here;
  await here.first();
  await widget.choose(file("bakery.json", JSON.stringify(bakery())));
  await widget.saved();
  const before = await download("download.save");

  const bad = {
    "empty.json": ["", say("problem.empty")],
    "truncated.json": [JSON.stringify(bakery()).slice(0, 900), "not JSON"],
    "deep.json": ["[".repeat(100_000), "not JSON"],
    "binary.json": [Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 37) % 256)), ""],
    "newer.json": [JSON.stringify({ ...bakery(), format: 99 }), "99"],
    "other.json": ['{"some": "other file"}', say("problem.not_this_format")],
    "pack.json": [JSON.stringify(small), say("problem.file_pack")],
    "scorecard.csv": ['\ufeff"Id","Section","Kind","Name","Official title"\r\n', say("problem.file_table")],
    "scorecard.pdf": [Buffer.from("%PDF-1.7\n\xe2\xe3\xcf\xd3", "latin1"), say("problem.file_document")],
  };
  for (const [name, [content, why]] of Object.entries(bad)) {
    await widget.choose(file(name, content));
    await widget.reads(say("notice.not_opened"));
    await widget.reads(why);
    await widget.press("notice.close");
    await until("the notice to go", async () => !(await widget.has(".notice")));
  }
  const after = await download("download.save");
  assert.deepEqual(JSON.parse(after.text), JSON.parse(before.text));
});

test("a file in another encoding opens, and a letter that was guessed is told", async () => {
  const { widget } = here;
  await here.first();
  const save = JSON.stringify({ ...bakery(), name: "Prüfung" });
  const encodings = { "latin1.json": Buffer.from(save, "latin1"), "utf16.json": Buffer.from(`\ufeff${save}`, "utf16le") };
  for (const [name, content] of Object.entries(encodings)) {
    await widget.choose(file(name, content));
    if (name === "latin1.json") {
      await widget.reads(say("notice.opened"));
      await widget.reads("Prüfung");
      await widget.press("notice.close");
    }
    await widget.saved();
    const { text } = await download("download.save");
    assert.equal(JSON.parse(text).name, "Prüfung", name);
  }
  assert.equal(await widget.has(".notice"), false, "nothing of UTF-16 is guessed");
});

test("what a newer program wrote into a file comes through, by way of the device", async () => {
  const { browser, widget } = here;
  await here.first();
  const save = bakery();
  save.more = { of: [1, null] };
  save.answers["4.1"] = { ...save.answers["4.1"], more: 12 };
  await widget.choose(file("more.json", JSON.stringify(save)));
  await widget.reads("/answers/4.1/more");
  await widget.reads(say("problem.unknown"));
  await widget.saved();
  await browser.reload();
  await widget.resume();
  assert.equal(await widget.has(".notice"), false, "it was told once");
  const { text } = await download("download.save");
  const { more, answers } = JSON.parse(text);
  assert.deepEqual([more, answers["4.1"].more], [{ of: [1, null] }, 12]);
  await nothingWrong(browser);
});

test("a file of 50 MB is refused", async () => {
  const { browser, widget } = here;
  await here.first();
  await widget.press("start.quick.begin");
  const path = file("large.json", "{");
  truncateSync(path, 50_000_000);
  await widget.choose(path);
  await widget.reads("Your answers here are unchanged.");
  await widget.reads(say("problem.too_large", { found: 50, most: 40 }));
  await nothingWrong(browser);
});

test("a file that fits in part opens, and what does not fit is listed with its place", async () => {
  const { widget } = here;
  await here.first();
  const save = bakery();
  save.answers["4.1"] = { level: 9 };
  save.answers["4.2"] = { notApplicable: "We do not like it." };
  save.answers["Z.99"] = { level: 2, note: "from a later questionnaire" };
  await widget.choose(file("part.json", JSON.stringify(save)));
  await widget.reads(say("notice.opened"));
  for (const place of ["/answers/4.1/level", "/answers/4.2/notApplicable", "/answers/Z.99"]) await widget.reads(place);
  await widget.saved();
  const { text } = await download("download.save");
  assert.equal(JSON.parse(text).answers["Z.99"].note, "from a later questionnaire", "what does not fit is kept");
});

test("answers to an older questionnaire are listed and marked until they are confirmed", async () => {
  const { browser, host, widget } = here;
  await here.first();
  const save = bakery();
  save.pack.version = "2026.1";
  await widget.choose(file("older.json", JSON.stringify(save)));
  await widget.reads(say("notice.opened"));
  await widget.saved();
  // The mark stays with what this device keeps, where the list was told once.
  await browser.go(host.url("/pages/empty.html"));
  await browser.go(host.url("/"));
  await widget.ready();
  await widget.resume();
  await widget.go("nav.check");
  await widget.reads(say("check.outdated_about"));
  await widget.press("check.outdated_confirm");
  await until("no mark", async () => !(await widget.text()).includes(say("check.outdated_about")));
  await widget.saved();
  await nothingWrong(browser);
});
