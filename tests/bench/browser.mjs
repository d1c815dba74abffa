// Chromium over DevTools: a page with slowed network and processor, and what the browser knows of it.

import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { inside, yardstick } from "./inside.mjs";

// Slow 4G as Lighthouse has it.
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const SLOWDOWN = 4;

export async function launch() {
  const executablePath = process.env.PLUMBLINE_BROWSER_PATH;
  if (!executablePath) throw new Error("PLUMBLINE_BROWSER_PATH does not say where Chromium is: run `cargo xtask bench`");
  return puppeteer.launch({
    executablePath,
    // Chromium refuses its sandbox to root, as which containers often run; the pages are our own.
    args: ["--no-sandbox", "--disable-extensions", "--disable-background-networking", "--disable-component-update"],
    defaultViewport: { width: 800, height: 900 },
    protocolTimeout: 300_000,
  });
}

/** A page with a cache and a disk of its own, both empty. */
export async function open(browser, { steps = [], slowNetwork = true, slowdown = SLOWDOWN } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send("Network.enable");
  await cdp.send("Performance.enable");
  await page.evaluateOnNewDocument(inside, steps);
  // A new process is busy with itself for a moment.
  await page.goto("about:blank");
  await page.evaluate(yardstick);
  if (slowNetwork) await cdp.send("Network.emulateNetworkConditions", NETWORK);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { page, cdp, browser, close: () => context.close() };
}

/** Times the fixed work in a page that is slowed like all others. */
export async function speed(browser) {
  const { page, close } = await open(browser);
  const time = await page.evaluate(yardstick);
  await close();
  return time;
}

/** Notes each request of a page with its time in milliseconds since the first. */
export function requests({ cdp }) {
  const all = new Map();
  let start;
  cdp.on("Network.requestWillBeSent", ({ requestId, request, timestamp, type, initiator }) => {
    start ??= timestamp;
    const name = new URL(request.url).pathname.replace(/^\/[^/]*\//, "") || "index.html";
    all.set(requestId, { name, type, by: initiator.type, sent: (timestamp - start) * 1000, bytes: 0 });
  });
  const at = (id, work) => all.has(id) && work(all.get(id));
  cdp.on("Network.responseReceived", ({ requestId, timestamp }) => {
    at(requestId, (request) => (request.answered = (timestamp - start) * 1000));
  });
  cdp.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    at(requestId, (request) => Object.assign(request, { bytes: encodedDataLength, done: (timestamp - start) * 1000 }));
  });
  return () => [...all.values()];
}

/** What the page holds in memory, in bytes; the process has much that every page has. */
export async function memory({ page, cdp, browser }) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const script = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  const wasm = await page.evaluate(() => globalThis.bench.memory());
  return { script, wasm, process: await resident(browser) };
}

/** The largest of the renderers: the others are spare ones. Only Linux tells. */
async function resident(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  });
  return Math.max(0, ...(await Promise.all(sizes))) || undefined;
}

/** Processor time that the main thread has taken so far, in milliseconds. */
export async function busy({ cdp }) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ThreadTime").value * 1000;
}
