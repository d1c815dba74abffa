// Whole files are compared with those in golden/. BLESS=1 rewrites them.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../golden/", import.meta.url);

/** The text is that of the golden file. */
export function assertGolden(name, text) {
  const file = new URL(name, folder);
  if (process.env.BLESS) {
    mkdirSync(folder, { recursive: true });
    return writeFileSync(file, text);
  }
  assert.equal(text, readFileSync(file, "utf8"), `golden/${name} differs; BLESS=1 rewrites it`);
}
