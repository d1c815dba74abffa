// What the tests of several hosts do.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "../../e2e/harness/processes.mjs";
import { Widget } from "../../e2e/harness/widget.mjs";

/** The folder of these tests. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a program of node in the folder of a host; gives what it printed. */
export function node(host, environment, ...args) {
  const quiet = { ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };
  const options = { cwd: join(root, host), env: { ...process.env, ...quiet, ...environment } };
  const child = spawn(process.execPath, args, options);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(said) : reject(new Error(`${args.join(" ")} failed:\n${said}`))));
  });
}

/** Where a tool of `node_modules` begins. */
export const tool = (path) => join(root, "node_modules", path);

/** Shows a page and answers the first question on it. */
export async function answerFirst(browser, url) {
  const widget = new Widget(browser);
  await browser.go(url);
  await widget.ready();
  await widget.press("start.quick.begin");
  const [id] = await until("a question", async () => {
    const ids = await widget.questions();
    return ids.length > 0 && ids;
  });
  await widget.answer(id, 2);
  await widget.saved();
}

/** Every file of the package that a visitor may need is in the folder, under whatever name. */
export function hasAssets(folder) {
  const hashes = (folder) => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const hash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
    return new Map(files.map((file) => [hash(join(file.parentPath, file.name)), file.name]));
  };
  const there = hashes(folder);
  const wanted = hashes(join(root, "node_modules/plumbline-assessment/assets"));
  const missing = [...wanted].filter(([hash]) => !there.has(hash)).map(([, name]) => name);
  assert.deepEqual(missing, []);
}
