// Languages that nobody speaks, made from English: one with longer words, one from right to left.

import { report, words } from "./words.mjs";

/** Changes the text of every sentence, but not its gaps. */
function translate(change, { lang, dir }) {
  const sentence = (text) => text.split(/(\{\w+\})/).map((part) => (part.startsWith("{") ? part : change(part)));
  const all = Object.entries(words).map(([key, text]) => [key, sentence(text).join("")]);
  return { ...Object.fromEntries(all), lang, dir };
}

const accents = { a: "á", e: "é", i: "î", o: "ö", u: "ů", c: "ç", n: "ñ", s: "š", z: "ž" };
const hebrew = "אבגדהוזחטיכלמנסעפצקרשתאבגד";

/** English with accents and two fifths longer, as German or Finnish are. */
export const pseudo = translate(
  (part) => part.replace(/[a-z]/g, (c) => accents[c] ?? c).replace(/(\p{L}{5,})/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4))),
  { lang: "en-XA", dir: "ltr" },
);

/** English in Hebrew letters. */
export const rightToLeft = translate(
  (part) => part.replace(/[a-z]/gi, (c) => hebrew[c.toLowerCase().charCodeAt(0) - 97]),
  { lang: "he", dir: "rtl" },
);

const without = (words, others) => Object.fromEntries(Object.entries(words).filter(([key]) => !(key in others)));

/** Serves the site as if it had been built with both. */
export function offer(host) {
  const known = '"locales/en.json":';
  const locales = [pseudo, rightToLeft].flatMap((words) => [
    [`locales/${words.lang}.json`, JSON.stringify(without(words, report))],
    [`locales/${words.lang}.report.json`, JSON.stringify(words)],
  ]);
  for (const [name, text] of locales) host.put(`/${name}`, text);
  const more = locales.map(([name]) => `"${name}":"${name}",`).join("");
  host.spoil(/plumbline[^/]*\.js$/, ({ body }) => ({ body: String(body).replace(known, more + known) }));
}
