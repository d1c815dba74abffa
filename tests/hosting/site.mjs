// A folder that looks like a site with the files of dist/ in its folder plumbline/, and what a server
// has to send for each of them.

import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Whom the servers run as: never root. Another user gets them as they are started. */
export const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const HASHED = "public, max-age=31536000, immutable";
const STABLE = "no-cache";

/** Path below plumbline/, media type, how long a browser may keep it, and whether it is packed. */
export const FILES = [
  ["index.html", "text/html", STABLE],
  ["frame.html", "text/html", STABLE],
  ["plumbline.js", "text/javascript", STABLE],
  ["frame-host.js", "text/javascript", STABLE],
  ["icon.svg", "image/svg+xml", STABLE],
  ["schemas/pack-2.json", "application/json", STABLE],
  ["plumbline-0123456789.js", "text/javascript", HASHED],
  ["plumbline-0123456789.css", "text/css", HASHED],
  ["plumbline_bg-0123456789.wasm", "application/wasm", HASHED],
  ["controls.first-abcdef0123.json", "application/json", HASHED],
  ["locales/en-0123456789.json", "application/json", HASHED],
  ["locales/en.report-0123456789.json", "application/json", HASHED],
  ["texts/policy-0123456789.md", "text/markdown", HASHED],
  // Names that only look as if they had a hash.
  ["locales/zh-hant.json", "application/json", STABLE],
  ["notes-0123456789x.json", "application/json", STABLE],
].map(([path, type, keep]) => ({ path, type, keep }));

/** Paths of the server that lead to no file of ours: a start page in their place would be an error. */
export const MISSING = [
  "/plumbline/none.js",
  "/plumbline/none-0123456789.wasm",
  "/plumbline/none-0123456789.json",
  "/plumbline/locales/none.json",
  "/plumbline/none/",
  "/plumbline/none",
];

/** What is there and must not be given away; a server may say that it is missing or forbidden. */
export const CLOSED = ["/plumbline/.htaccess", "/plumbline/.git/config", "/plumbline/locales/"];

/** What leads out of the folder. A server may take it for a path of the site around. */
export const OUTSIDE = ["/plumbline/../../secret.txt", "/plumbline/%2e%2e/%2e%2e/secret.txt", "/plumbline/..%2f..%2fsecret.txt"];

/** What a file holds, which is long enough to be packed. */
export const content = (path) => Buffer.from(`${path}, line after line\n`.repeat(40));

/** Makes all of it in a temporary folder: `root` is what a server may show, `folder` is around it. */
export function makeSite(recipe) {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-hosting-"));
  const root = join(folder, "site");
  const put = (path, bytes) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  put("secret.txt", "not to be seen");
  put("site/index.html", "the start page of the site");
  put("site/plumbline/.git/config", "not to be seen");
  put("site/plumbline/.htaccess", recipe);
  for (const { path } of FILES) {
    const file = `site/plumbline/${path}`;
    put(file, content(path));
    put(`${file}.br`, brotliCompressSync(content(path)));
    put(`${file}.gz`, gzipSync(content(path)));
  }
  if (account.uid) own(folder);
  return { folder, root, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function own(folder) {
  chmodSync(folder, 0o755);
  for (const entry of ["", ...readdirSync(folder, { recursive: true })]) chownSync(join(folder, entry), account.uid, account.gid);
}
