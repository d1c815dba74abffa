// What each file of tests begins with: a site and a browser, gone when the file ends.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { open } from "./browser.mjs";
import { serve } from "./host.mjs";
import { until } from "./processes.mjs";
import { Widget } from "./widget.mjs";

/** A site and a browser for all tests of a file; filled in before the first, and then prepared. */
export function session(prepare = () => {}) {
  const here = {};
  before(async () => {
    here.host = await serve();
    here.browser = await open();
    here.widget = new Widget(here.browser);
    /** Shows a page with a widget on it. */
    here.visit = async (path = "/") => {
      await here.browser.go(here.host.url(path));
      await here.widget.ready();
    };
    /** Removes all that the site has stored in the browser. */
    here.forget = () => forget(here);
    /** Shows a page with a widget on it, as if for the first time. */
    here.first = async (path = "/") => {
      await here.forget();
      await here.visit(path);
      await made(here);
    };
    await prepare(here);
  });
  after(async () => {
    await here.browser?.close();
    here.host?.close();
  });
  return here;
}

async function forget({ browser, host }) {
  await browser.go(host.url("/pages/empty.html"));
  await browser.driver.executeAsyncScript((done) => {
    localStorage.clear();
    indexedDB.databases().then(async (all) => {
      for (const { name } of all) {
        await new Promise((next) => {
          const request = indexedDB.deleteDatabase(name);
          // Pages that the browser keeps for the way back let go when they hear of it.
          request.onsuccess = request.onerror = next;
        });
      }
      done();
    }, done);
  });
}

/** Waits until the site has made its database. WebKit was seen never to answer a request to open one
    whose making was cut off because the page was left at once: one time in eight. */
async function made({ browser }) {
  const there = () =>
    browser.driver.executeAsyncScript((done) => {
      indexedDB.databases().then((all) => done(all.some(({ name, version }) => name === "plumbline" && version === 1)), () => done(true));
    });
  await until("the database", there);
}

/** Nothing was refused by the policy of the page, nothing failed and nothing was warned of. */
export async function nothingWrong(browser) {
  assert.deepEqual(await browser.run(() => window.seen ?? ["the page does not note what goes wrong"]), []);
}
