// The questionnaire as the tests see it.

import { readFileSync } from "node:fs";

const file = new URL("../../../controls.json", import.meta.url);

/** The default questionnaire. */
export const pack = JSON.parse(readFileSync(file, "utf8"));

/** All questions, in order. */
export const items = pack.sections.flatMap((section) =>
  section.items.map((item) => ({ ...item, kind: section.kind, section: section.id })),
);

/** The questions of the quick check. */
export const quick = items.filter((item) => item.quick);
