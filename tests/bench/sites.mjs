// What is measured, as folders of files to be served: the release build with each questionnaire,
// and a page of SurveyJS with the same questions.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import * as esbuild from "esbuild";
import { enlarge } from "./packs.mjs";

const here = import.meta.dirname;
const brotli = promisify(zlib.brotliCompress);

/** A file to be served, with its form for the wire. */
const file = (bytes, packed) => ({ bytes, packed });

/** Compresses like the build does. The large ones take long, so that they are kept. */
async function pack(bytes, kept) {
  const name = path.join(kept, `${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}.br`);
  if (existsSync(name)) return file(bytes, await readFile(name));
  const best = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = await brotli(bytes, { params: best });
  await mkdir(kept, { recursive: true });
  await writeFile(name, packed);
  return file(bytes, packed);
}

/** The release build. */
export async function ours(dist) {
  const site = new Map();
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))) {
    const name = path.join(entry.parentPath, entry.name);
    const packed = await readFile(`${name}.br`);
    site.set(path.relative(dist, name).replaceAll(path.sep, "/"), file(await readFile(name), packed));
  }
  if (!site.has("index.html")) throw new Error(`${dist} has no index.html: run \`cargo xtask build\` first`);
  return site;
}

/** The release build, whose page names another questionnaire. */
async function oursWith(site, questionnaire, kept) {
  const page = String(site.get("index.html").bytes);
  // Its own questionnaire is then no use, and a page's owner would not fetch it.
  const named = page
    .replace(/ *<link rel="preload"[^>]*controls[^>]*>\n/, "")
    .replace("<plumbline-assessment", '<plumbline-assessment questionnaire="./pack.json"');
  const bytes = Buffer.from(JSON.stringify(questionnaire));
  return new Map([...site, ["index.html", await pack(Buffer.from(named), kept)], ["pack.json", await pack(bytes, kept)]]);
}

async function surveyjs(questionnaire, kept) {
  const { title } = questionnaire;
  const items = (all) => all.map(({ id, question, why, levels }) => ({ id, question, why, levels }));
  const sections = questionnaire.sections.map((s) => ({ name: s.name, kind: s.kind, items: items(s.items) }));
  const data = {
    name: "questionnaire",
    setup(build) {
      build.onResolve({ filter: /^questionnaire$/ }, () => ({ path: "questionnaire", namespace: "data" }));
      const contents = JSON.stringify({ title, sections });
      build.onLoad({ filter: /.*/, namespace: "data" }, () => ({ contents, loader: "json" }));
    },
  };
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(here, "surveyjs/page.mjs")],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome99", "firefox102", "safari16.4"],
    legalComments: "none",
    outdir: "out",
    write: false,
    plugins: [data],
  });
  const site = new Map([["index.html", await pack(await readFile(path.join(here, "surveyjs/index.html")), kept)]]);
  for (const { path: name, contents } of outputFiles) {
    site.set(path.basename(name), await pack(Buffer.from(contents), kept));
  }
  return site;
}

/** The sites by address: `ours-123`, `surveyjs-123` and so on. */
export async function sites({ dist, kept, sizes, pack: source }) {
  const built = await ours(dist);
  const original = JSON.parse(await readFile(source, "utf8"));
  const asked = original.sections.flatMap((section) => section.items).length;
  const all = new Map();
  for (const size of sizes) {
    const questionnaire = enlarge(original, size);
    all.set(`ours-${size}`, size === asked ? built : await oursWith(built, questionnaire, kept));
    all.set(`surveyjs-${size}`, await surveyjs(questionnaire, kept));
  }
  return all;
}
