// A built host as a site, under the policy that the README asks for.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

export const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves a folder; `change` may give other headers, or another body, for a path. */
export async function serve(folder, change = () => ({})) {
  const missing = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    try {
      const { headers, body = readFileSync(file) } = change(pathname) ?? {};
      const type = types[extname(file)] ?? "text/plain";
      response.writeHead(200, { "content-type": type, "content-security-policy": policy, ...headers }).end(body);
    } catch {
      if (pathname !== "/favicon.ico") missing.push(pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, missing, close };
}
