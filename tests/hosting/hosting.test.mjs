// Each recipe of docs/hosting/ in the server that it is for: what is sent for every kind of file.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { missing, run, SERVERS } from "./servers.mjs";
import { CLOSED, content, FILES, MISSING, OUTSIDE } from "./site.mjs";

/** What a browser says that it can read, and what is sent then. */
const ENCODINGS = [
  [undefined, undefined],
  ["gzip, deflate, br, zstd", "br"],
  ["br", "br"],
  ["gzip, deflate", "gzip"],
  ["identity", undefined],
];

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

/** Asks for a path as it is written: nothing is resolved on the way, and nothing unpacked. */
function get(port, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers, host: "127.0.0.1", agent: false }, (reply) => {
      const parts = [];
      reply.on("data", (part) => parts.push(part));
      reply.on("end", () => resolve({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", reject).end();
  });
}

/** The words of a list in a header. */
const words = (list = "") => list.split(",").map((word) => word.trim().toLowerCase());

for (const server of SERVERS) {
  const absent = missing(server);
  // Nobody has to have all servers, but a check that runs for everybody must not go without.
  const skip = absent.length && !process.env.CI ? `there is no ${absent.join(", ")}` : false;

  describe(server.name, { skip }, () => {
    let running;
    before(async () => {
      assert.deepEqual(absent, [], "what is missing: `cargo xtask test hosting` installs it on Debian");
      running = await run(server);
    });
    after(() => running?.close());
    const ask = (path, headers) => get(running.port, path, headers);

    for (const { path, type, keep } of FILES) {
      test(path, async () => {
        for (const [accepted, encoding] of ENCODINGS) {
          const { status, headers, body } = await ask(`/plumbline/${path}`, accepted && { "accept-encoding": accepted });
          const by = `for ${accepted}`;
          assert.equal(status, 200, by);
          // A charset may follow.
          assert.equal(headers["content-type"].replace(/; ?charset=utf-8$/i, ""), type, by);
          assert.equal(headers["cache-control"], keep, by);
          assert.equal(headers["content-encoding"], encoding, by);
          assert.deepEqual(words(headers.vary), ["accept-encoding"], by);
          assert.equal(headers["content-language"], undefined, by);
          assert.equal(headers["x-content-type-options"], "nosniff", by);
          assert.equal(headers["access-control-allow-origin"], "*", by);
          assert.equal(headers["cross-origin-resource-policy"], "cross-origin", by);
          assert.equal("content-security-policy" in headers, type === "text/html", by);
          assert.deepEqual(encoding ? unpack[encoding](body) : body, content(path), by);
        }
      });
    }

    test("the folder itself is its page", async () => {
      for (const [accepted, encoding] of ENCODINGS) {
        const { status, headers, body } = await ask("/plumbline/", accepted && { "accept-encoding": accepted });
        assert.equal(status, 200);
        assert.match(headers["content-type"], /^text\/html/);
        assert.equal(headers["cache-control"], "no-cache");
        assert.match(headers["content-security-policy"], /script-src 'self' 'wasm-unsafe-eval'/);
        assert.equal(headers["content-encoding"], encoding);
        assert.deepEqual(encoding ? unpack[encoding](body) : body, content("index.html"));
      }
    });

    test("an encoding that is refused is not sent", async () => {
      const { headers } = await ask("/plumbline/plumbline.js", { "accept-encoding": "br;q=0, gzip;q=0" });
      assert.equal(headers["content-encoding"], undefined);
    });

    test("what has not changed is not sent again", async () => {
      for (const accepted of ["identity", "gzip, br"]) {
        const { headers } = await ask("/plumbline/plumbline.js", { "accept-encoding": accepted });
        const known = headers.etag ? { "if-none-match": headers.etag } : { "if-modified-since": headers["last-modified"] };
        const again = await ask("/plumbline/plumbline.js", { "accept-encoding": accepted, ...known });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
      }
    });

    for (const path of MISSING) {
      test(`${path} is missing, and nobody keeps that`, async () => {
        for (const accepted of ["identity", "gzip, br"]) {
          const { status, headers, body } = await ask(path, { "accept-encoding": accepted });
          assert.equal(status, 404);
          assert.equal(headers["x-content-type-options"], "nosniff");
          assert.doesNotMatch(headers["cache-control"] ?? "", /immutable/);
          assert.doesNotMatch(String(body), /start page/);
        }
      });
    }

    for (const path of CLOSED) {
      test(`${path} is closed`, async () => {
        const { status, body } = await ask(path, { "accept-encoding": "gzip, br" });
        assert.ok([403, 404].includes(status), `${status}`);
        assert.doesNotMatch(String(body), /not to be seen|Rewrite|en-0123456789/);
      });
    }

    for (const path of OUTSIDE) {
      test(`${path} leads nowhere`, async () => {
        const { body } = await ask(path);
        assert.doesNotMatch(String(body), /not to be seen/);
      });
    }
  });
}
