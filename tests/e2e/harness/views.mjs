// Every view of the widget, with the way to it, in an order that needs no detour.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./processes.mjs";
import { bakery } from "./saves.mjs";

const item = "A.5.9";

/** Names of views, each with what leads there from the one before. The first begins on a fresh page. */
export const views = [
  ["start", () => {}],
  ["standards", (widget) => widget.press("start.standards")],
  ["library", async (widget) => {
    await widget.press("back.start");
    await widget.press("start.full.begin");
    await widget.go("nav.library");
    await until("the entry", () => widget.has(".library .card"));
  }],
  ["notice", async (widget) => {
    await widget.choose(file(widget, "broken.json", "{"));
    await until("the notice", () => widget.has(".notice"));
  }],
  ["delete", (widget) => widget.press("library.delete")],
  ["delete-all", async (widget) => {
    await widget.press("delete.no");
    await widget.press("delete_all.yes");
  }],
  ["profile", async (widget) => {
    await widget.press("delete.no");
    await widget.choose(file(widget, "bakery.json", JSON.stringify(bakery())));
    await until("the questions", async () => (await widget.questions()).length > 0);
    await widget.go("nav.profile");
    await widget.run((root) => root.querySelectorAll("[name^=scoping]").forEach((e) => e.click()));
  }],
  ["proposals", async (widget) => {
    await widget.click(".view > section > .actions > button");
    await until("the proposals", () => widget.has("#proposals-title"));
  }],
  ["sections", (widget) => widget.go("nav.sections")],
  ["search", async (widget) => {
    await widget.go("nav.search");
    await widget.type("#search-words", item);
  }],
  ["question-few", async (widget) => {
    await widget.click(".hits button");
    await widget.answer(item, "not-applicable");
    await unfold(widget);
  }],
  ["question-one", async (widget) => {
    await widget.layout("one");
    await unfold(widget);
  }],
  ["question-meeting", async (widget) => {
    await widget.menu();
    // Two columns are offered where there is room for them.
    if (await widget.has("#menu button", widget.say("layout.meeting"))) await widget.press("layout.meeting");
    await widget.menu(false);
  }],
  ["menu", (widget) => widget.menu()],
  ["check", (widget) => widget.go("nav.check")],
  ["result", async (widget) => {
    await widget.go("nav.result");
    await unfold(widget);
  }],
  ...["board", "stages", "findings", "documents", "statement", "plan", "metrics", "answers", "grid", "what-if"].map(page),
  ["way", async (widget) => {
    await page("plan")[1](widget);
    await widget.press("plan.way");
    await until("the days", () => widget.has("#way-stage2"));
  }],
  ["statement-theme", async (widget) => {
    await page("statement")[1](widget);
    await widget.click(".figures tbody th button");
    await until("the rows", () => widget.has(".controls"));
    await widget.click(".controls .tick");
    await unfold(widget);
  }],
  ["statement-own", async (widget) => {
    await widget.press("soa.back");
    await widget.press("soa.own");
    await widget.press("soa.own_add");
    await until("the name", () => widget.has("#so0-name"));
    await unfold(widget);
  }],
  ["milestones", async (widget) => {
    await page("milestones")[1](widget);
    await widget.type("#milestone-new", "Before summer");
    await widget.press("milestones.add");
    await until("the milestone", () => widget.has("#milestone-0"));
  }],
  ["compare", (widget) => widget.press("milestones.compare")],
  ["figure-overall", async (widget) => {
    await widget.go("nav.result");
    await widget.click("table.figures tbody tr:nth-child(1) button");
  }],
  ["figure-group", async (widget) => {
    await widget.press("back.result");
    await widget.click("table.figures tr.total button", "", 2);
  }],
  ["figure-section", async (widget) => {
    await widget.press("back.result");
    await widget.click("table.figures tr.part button");
  }],
];

/** A page of the report, from the result. */
function page(name) {
  return [name, async (widget) => {
    await widget.go("nav.result");
    await widget.press(`page.${name}`);
    await until(`the page ${name}`, () => widget.has(".view .back"));
    await unfold(widget);
  }];
}

/** Opens everything that can be opened. */
async function unfold(widget) {
  await widget.run((root) => root.querySelectorAll("details:not([open]) > summary, .more button[aria-expanded=false], .fold[aria-expanded=false]").forEach((e) => e.click()));
}

function file(widget, name, content) {
  const path = join(widget.browser.profile.home, name);
  writeFileSync(path, content);
  return path;
}
