// From the address to the first question that can be answered.

import { memory, open, requests } from "./browser.mjs";

/** How long the first question is waited for, and answers are given. */
export const PATIENCE = 120_000;

/** One visit with nothing in the cache. `undefined` where the question did not come in time. */
export async function load(browser, tool, url, slowdown) {
  const session = await open(browser, { steps: tool.steps, slowdown });
  const list = requests(session);
  try {
    // Without an event to wait for: the question is what is waited for.
    await session.page.goto(url, { waitUntil: [], timeout: PATIENCE });
    const arrived = session.page.evaluate(() => bench.arrived);
    // When it comes late, closing the page ends it.
    arrived.catch(() => {});
    const times = await Promise.race([arrived, late()]);
    if (!times) return undefined;
    const before = list().filter((request) => request.done <= times.question);
    return { times, requests: before, bytes: weigh(before), memory: await memory(session) };
  } finally {
    await session.close();
  }
}

/** Comes when patience ends. */
export function late() {
  return new Promise((done) => setTimeout(done, PATIENCE).unref());
}

/** Bytes on the wire, heads included, by type and all together. */
function weigh(requests) {
  const bytes = { all: 0 };
  for (const { name, bytes: more } of requests) {
    const type = name.slice(name.lastIndexOf(".") + 1);
    bytes[type] = (bytes[type] ?? 0) + more;
    bytes.all += more;
  }
  return bytes;
}
