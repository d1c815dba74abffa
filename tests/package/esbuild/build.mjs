import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// The format has to be esm: the script finds its files by its own address.
await build({ entryPoints: ["main.js"], bundle: true, format: "esm", minify: true, outdir: "dist" });

// esbuild does not copy what is only fetched. The files belong beside the script, in `assets/`.
const folder = dirname(fileURLToPath(import.meta.resolve("plumbline-assessment")));
cpSync(join(folder, "assets"), "dist/assets", { recursive: true });
