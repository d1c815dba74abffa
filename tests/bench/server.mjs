// Serves the sites as a plain web server would: compressed beforehand, with types and caching.

import http from "node:http";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

// Ours is the policy that `cargo xtask serve` sends. SurveyJS writes styles into its elements.
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; require-trusted-types-for 'script'";
const LOOSE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

function reply(sites, url) {
  const [, site, name] = /^\/([^/]*)\/([^?]*)/.exec(url) ?? [];
  const file = sites.get(site)?.get(name || "index.html");
  if (!file) return { status: 404, headers: { "content-type": "text/plain" }, body: `there is no ${url}\n` };
  const type = TYPES[path.extname(name || "index.html")] ?? "application/octet-stream";
  const headers = {
    "content-type": type,
    "content-encoding": "br",
    "content-length": file.packed.length,
    "cache-control": /-[0-9a-f]{10}\./.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  };
  if (type.startsWith("text/html")) {
    headers["content-security-policy"] = site.startsWith("ours") ? POLICY : LOOSE;
  }
  return { status: 200, headers, body: file.packed };
}

/** Serves the sites; gives the address and the way to stop. */
export async function serve(sites) {
  const server = http.createServer((request, response) => {
    const { status, headers, body } = reply(sites, request.url);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((done, failed) => server.on("error", failed).listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
