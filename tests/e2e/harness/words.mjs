// The words of the interface, taken from the file that the widget takes them from.

import { readFileSync } from "node:fs";

const file = new URL("../../../static/locales/en.json", import.meta.url);

/** Every word of the English interface by its key. */
export const words = JSON.parse(readFileSync(file, "utf8"));

/** A sentence, with values in its gaps. */
export function say(key, values = {}, from = words) {
  const sentence = from[key];
  if (sentence === undefined) throw new Error(`the interface has no words for ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

/** A pattern that fits a sentence whatever stands in its gaps. */
export function pattern(key, from = words) {
  const parts = say(key, {}, from).split(/\{\w+\}/);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*"));
}
