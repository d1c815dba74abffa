// The package as its tools see it: types, its description, and a server that imports it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { node, root, tool } from "./harness/use.mjs";

const installed = join(root, "node_modules/plumbline-assessment");

test("publint finds nothing", async () => {
  const said = await node(".", {}, tool("publint/src/cli.js"), "--strict", installed);
  assert.match(said, /All good/);
});

test("types fit the files for every way to import them", async () => {
  // It is a package of modules alone, which require() gets in node 22 and later.
  const dist = join(root, "../../dist/npm");
  await node(".", {}, tool("@arethetypeswrong/cli/dist/index.js"), "--pack", dist, "--profile=esm-only", "--no-emoji");
});

for (const host of ["types", "react18"]) {
  test(`TypeScript knows the element: ${host}`, () => node(host, {}, tool("typescript/bin/tsc")));
}

test("it can be imported on a server", async () => {
  const script = `
    const entries = ["", "/define", "/react", "/vue"].map((end) => "plumbline-assessment" + end);
    const [index] = await Promise.all(entries.map((name) => import(name)));
    index.define();
    console.log(typeof index.PlumblineAssessment);
  `;
  assert.equal(await node(".", {}, "--input-type=module", "--eval", script), "function\n");
});

test("a server draws the wrapper, with what stands in for it", async () => {
  const script = `
    import { createElement } from "react";
    import { renderToString } from "react-dom/server";
    import { PlumblineAssessment } from "plumbline-assessment/react";
    console.log(renderToString(createElement(PlumblineAssessment, { history: true, className: "a" }, "Loading")));
  `;
  const html = await node(".", {}, "--input-type=module", "--eval", script);
  assert.match(html, /^<plumbline-assessment history="" class="a">Loading<\/plumbline-assessment>/);
});

test("the manifest, the types and the script name the same attributes and events", () => {
  const manifest = JSON.parse(readFileSync(join(installed, "custom-elements.json"), "utf8"));
  const [element] = manifest.modules[0].declarations;
  const types = readFileSync(join(installed, "index.d.ts"), "utf8");
  const script = readFileSync(join(root, "../../static/plumbline.js"), "utf8");
  const [, attributes] = types.match(/interface PlumblineAttributes \{(.*?)\n\}/s);
  const named = [...attributes.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  assert.deepEqual(named, element.attributes.map(({ name }) => name));
  for (const name of named) assert.match(script, new RegExp(`"${name}"|\\.${name}\\b`));
  for (const { name } of element.events) assert.ok(types.includes(`"${name}"`), name);
  const told = [...script.matchAll(/#tell\("([\w-]+)"/g)].map(([, name]) => `plumbline-${name}`);
  assert.deepEqual(new Set(told), new Set(element.events.map(({ name }) => name)));
});

test("its version is that of the project", () => {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const cargo = readFileSync(join(root, "../../Cargo.toml"), "utf8");
  assert.ok(cargo.includes(`version = "${version}"`), version);
});
