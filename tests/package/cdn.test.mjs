// dist/cdn: files that a browser checks before it uses them.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { open } from "../e2e/harness/browser.mjs";
import { until } from "../e2e/harness/processes.mjs";
import { Widget } from "../e2e/harness/widget.mjs";
import { serve } from "./harness/site.mjs";
import { answerFirst, root } from "./harness/use.mjs";

const folder = join(root, "../../dist/cdn");
const lists = ["integrity.json", "sizes.json"];
const [integrity, sizes] = lists.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .filter((name) => !lists.includes(name));
const script = names.find((name) => /^plumbline-[0-9a-f]{10}\.js$/.test(name));

/** A page elsewhere than the files, which takes only scripts that it can check. */
const page = (tag) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>A page</title>
  ${tag}
  <plumbline-assessment><p>The assessment is loading.</p></plumbline-assessment>
</html>`;

let browser, cdn, host, spoilt;
before(async () => {
  browser = await open();
  const headers = { "access-control-allow-origin": "*" };
  cdn = await serve(folder, (path) =>
    spoilt?.test(path) ? { headers, body: `${readFileSync(join(folder, path))} ` } : { headers },
  );
});
after(async () => {
  await browser?.close();
  cdn?.close();
});
afterEach(() => {
  host?.close();
  spoilt = undefined;
});

/** Serves a page that allows what the README says, from the place of the files. */
async function publish(tag, more = "") {
  const from = new URL(cdn.url).origin;
  const policy = `default-src 'none'; script-src ${from} 'wasm-unsafe-eval'; connect-src ${from}; style-src 'self'${more}`;
  const headers = { "content-security-policy": policy, "integrity-policy": "blocked-destinations=(script)" };
  host = await serve(folder, () => ({ headers, body: page(tag) }));
  return host.url;
}

const tag = (name, attributes = "") =>
  `<script src="${cdn.url}${name}" integrity="${integrity[name]}" crossorigin ${attributes}></script>`;

test("all names but the loader's have a hash, and the lists have all files", () => {
  assert.deepEqual(names.filter((name) => !/-[0-9a-f]{10}\.\w+$/.test(name)), ["loader.js"]);
  for (const list of [integrity, sizes]) assert.deepEqual(Object.keys(list).sort(), names.toSorted());
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    assert.equal(integrity[name], `sha384-${createHash("sha384").update(bytes).digest("base64")}`);
    assert.equal(sizes[name].raw, bytes.length);
  }
});

test("the loader, a classic script, brings the element", async () => {
  await answerFirst(browser, await publish(tag("loader.js")));
});

test("it does so under trusted types", async () => {
  const types = "; require-trusted-types-for 'script'; trusted-types plumbline";
  await answerFirst(browser, await publish(tag("loader.js"), types));
});

test("the script as a module brings the element", async () => {
  await answerFirst(browser, await publish(tag(script, 'type="module"')));
});

for (const [what, pattern] of [
  ["the script", /^\/plumbline-\w+\.js$/],
  ["the program", /^\/plumbline_bg/],
  ["the style sheet", /\.css$/],
  ["the first questions", /controls\.first/],
]) {
  test(`another file in the place of ${what} is not used`, async () => {
    spoilt = pattern;
    await browser.driver.manage().logs().get("browser");
    await browser.go(await publish(tag("loader.js")));
    let said = "";
    await until("a warning", async () => {
      for (const { message } of await browser.driver.manage().logs().get("browser")) said += message;
      return said.includes("Plumbline:");
    });
    assert.match(said, /integrity/);
    assert.ok(await browser.run(() => document.querySelector("plumbline-assessment p").checkVisibility()));
    assert.equal(await new Widget(browser).has(".widget [data-focus]"), false);
  });
}
