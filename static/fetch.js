// Fetches the files of the widget, and says what is wrong where one does not come.

/** From the names of the files to those that they have in the site. */
export const ASSETS = __ASSETS__;
/** Bundlers look for files at each `new URL` that has `import.meta.url` in it. */
export const HERE = import.meta.url;
export const address = (name) => new URL(ASSETS[name] ?? name, HERE).href;
/** What files have to hash to, by address; only the script of dist/cdn/ is told. */
const HASHES = new Map(Object.entries(__INTEGRITY__).map(([name, hash]) => [address(name), hash]));

/** What kept the widget from being shown; `name` is that of the message. */
export class Failure extends Error {
  constructor(name, why, address = "") {
    super(String(why));
    Object.assign(this, { name, address });
  }
}

/** Addresses that the policy of the page forbade to fetch: the error of a fetch does not say so. */
export const forbidden = new Set();

async function get(address, name = "load") {
  const reply = await fetch(address, { integrity: HASHES.get(address) }).catch(async (error) => {
    // What a policy forbids is told in an event, which may come after this.
    await new Promise((done) => setTimeout(done));
    const kind = location.protocol === "file:" ? "file" : forbidden.has(String(address)) ? "connect" : name;
    throw new Failure(kind, error.message, address);
  });
  if (!reply.ok) throw new Failure(name, reply.status, address);
  return reply;
}

/** A file as text. Servers are many that answer with a page of their own where a file is missing. */
export async function text(address, name) {
  const text = await (await get(address, name)).text();
  if (/^\s*</.test(text)) throw new Failure("page", "HTML", address);
  return text;
}

/** Whether a part of the program came as bytes: its frames in a stack then have no address. */
export let asBytes = false;

/** The program, or a part of it that it asks for. */
export async function compile(name) {
  if (!globalThis.WebAssembly) throw new Failure("old", "WebAssembly");
  const reply = await get(address(name));
  const unfit = (error) => {
    const csp = /content security|csp|refused/i.test(error.message);
    const cut = /fell off|end of|exceeds|memory|truncated|length|magic|can't get/i.test(error.message);
    throw new Failure(csp ? "csp" : cut ? "load" : "old", error.message, reply.url);
  };
  // Streaming refuses any other type, and servers that do not know this one are many.
  if (reply.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(reply).catch(unfit);
  asBytes = true;
  const bytes = await reply.arrayBuffer();
  if (/^\s*</.test(new TextDecoder().decode(bytes.slice(0, 99)))) throw new Failure("page", "HTML", reply.url);
  return WebAssembly.compile(bytes).catch(unfit);
}

/** Does it once for all elements, and again after it failed. */
export function once(work) {
  let promise;
  return () => (promise ??= work().catch((error) => { promise = undefined; throw error; }));
}
