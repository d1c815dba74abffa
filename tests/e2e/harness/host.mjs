// The site as a visitor gets it, with a note of each request.
//
// Stands between the browser and `cargo xtask serve`, whose headers (the strict policy among them)
// pass unchanged. A test can put a file of its own at an address, or spoil an answer.

import { createServer } from "node:http";
import { ahead, NOW } from "./day.mjs";

const origin = process.env.PLUMBLINE_URL ?? "http://127.0.0.1:8080";
const watch = '<script src="/pages/watch.js"></script>';
const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json" };

export async function serve() {
  const host = new Host();
  await host.listen();
  return host;
}

class Host {
  /** Paths of all requests, in order. */
  requests = [];
  /** Whether the connection is down. */
  unreachable = false;
  /** How far the clock of its pages is ahead: it goes on from one page to the next. */
  #ahead = ahead(NOW);
  #files = new Map();
  #spoilt = new Map();

  async listen() {
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => {
        response.writeHead(502).end(String(error));
      });
    });
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
  }

  url(path) {
    return new URL(path, this.origin).href;
  }

  /** Puts a file at an address. */
  put(path, body, { status = 200, headers = {} } = {}) {
    this.#files.set(path, { body, status, headers });
  }

  /** Changes what is answered at addresses that fit; `change` gets status, headers and body, and
      returns what is other, later if it likes. */
  spoil(pattern, change) {
    this.#spoilt.set(pattern, change);
  }

  /** Sets the clock of the pages that are loaded from now on, to a local time. */
  setClock(local) {
    this.#ahead = ahead(local);
  }

  /** Waits until nothing has been requested for half a second. */
  async quiet() {
    for (let before = -1; before !== this.requests.length; ) {
      before = this.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** Lets a page have frames, which the strict policy forbids. */
  allowFrames(pattern) {
    this.spoil(pattern, ({ headers }) => {
      headers["content-security-policy"] += "; frame-src 'self'";
      return { headers };
    });
  }

  /** Takes back what was spoilt. */
  mend() {
    this.#spoilt.clear();
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(request, response) {
    if (this.unreachable) return request.socket.destroy();
    const path = request.url.split("?")[0];
    if (path === "/favicon.ico") return response.writeHead(204).end();
    this.requests.push(path);
    let { status, headers, body } = await this.#find(path);
    for (const [pattern, change] of this.#spoilt) {
      if (pattern.test(path)) ({ status = status, headers = headers, body = body } = await change({ status, headers, body }));
    }
    headers["cache-control"] = "no-store";
    response.writeHead(status, headers).end(body);
  }

  /** A file of the site, which stands in the folder `/elsewhere/` too, or of a test. */
  async #find(path) {
    const file = this.#files.get(path);
    // A file of a test gets the policy that its neighbours have.
    const from = await fetch(origin + (file ? "/" : path.replace(/^\/elsewhere\//, "/")), { redirect: "manual" });
    const headers = {};
    for (const [name, value] of from.headers) {
      const kept = !/^(content-(length|encoding)|transfer-encoding|connection|keep-alive|date|vary|etag)$/.test(name);
      if (kept) headers[name] = value;
    }
    if (file) {
      headers["content-type"] = types[path.split(".").pop()] ?? "application/octet-stream";
      const body = typeof file.body === "function" ? file.body() : file.body;
      return { status: file.status, headers: { ...headers, ...file.headers }, body: this.#prepared(headers, body) };
    }
    return { status: from.status, headers, body: this.#prepared(headers, Buffer.from(await from.arrayBuffer())) };
  }

  /** A page that notes what goes wrong on it, and has the time of the tests. */
  #prepared(headers, body) {
    if (!headers["content-type"]?.startsWith("text/html")) return body;
    const clock = `<script src="/pages/clock.js" data-ahead="${this.#ahead}"></script>`;
    return String(body).replace(/<head>|<meta charset[^>]*>/i, (tag) => tag + watch + clock);
  }
}
