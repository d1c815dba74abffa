// The questionnaire as the tests see it.

import { readFileSync } from "node:fs";

const file = new URL("../../../controls.json", import.meta.url);

/** The default questionnaire. */
export const pack = JSON.parse(readFileSync(file, "utf8"));

/** All questions, in order. */
export const items = pack.sections.flatMap((section) =>
  section.items.map((item) => ({ ...item, kind: section.kind, section: section.id })),
);

const facts = new URL("../../../packs/iso-27001-2022/exclusions.json", import.meta.url);

/** The facts that justify leaving controls out. */
export const { facts: exclusions } = JSON.parse(readFileSync(facts, "utf8"));

/** The questions of the quick check. */
export const quick = items.filter((item) => item.quick);
