// The words of the interface, taken from the file that the widget takes them from.

import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../../static/locales/${name}`, import.meta.url), "utf8"));

/** The words of the interface that come first, and those of the report. */
export const [first, report] = ["en.json", "en.report.json"].map(read);

/** Every word of the English interface by its key. */
export const words = { ...first, ...report };

/** A sentence, with values in its gaps. */
export function say(key, values = {}, from = words) {
  const sentence = from[key];
  if (sentence === undefined) throw new Error(`the interface has no words for ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

/** A day as the interface writes it, from its form in ISO 8601. */
export function day(iso, from = words) {
  const [year, month, day] = iso.split("-");
  return say("date.whole", { day: Number(day), month: say("date.months", {}, from).split(" ")[month - 1], year }, from);
}

/** A pattern that fits a sentence whatever stands in its gaps. */
export function pattern(key, from = words) {
  const parts = say(key, {}, from).split(/\{\w+\}/);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*"));
}
