// The day of the tests reaches the page, and the widget keeps to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, NOW } from "./harness/day.mjs";
import { language } from "./harness/engine.mjs";
import { session } from "./harness/session.mjs";

const here = session();

const clock = () =>
  here.browser.run(() => {
    // Firefox runs this beside the page, with a clock of its own.
    const { Date } = window;
    const [now, made] = [Date.now(), new Date()];
    const two = (n) => String(n).padStart(2, "0");
    return {
      now,
      made: made.getTime(),
      day: `${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())}`,
      text: Date().slice(0, 15) === made.toDateString(),
      zone: made.getTimezoneOffset(),
      given: [made instanceof Date, new Date(0).getTime(), Date.UTC(1970, 0, 2)],
    };
  });

test("a page has the day and the zone of the tests, and its time goes on, through a reload too", async () => {
  const { browser, host } = here;
  await browser.go(host.url("/pages/empty.html"));
  const first = await clock();
  assert.equal(first.day, dayOf(NOW));
  assert.equal(first.zone, new Date(NOW).getTimezoneOffset(), "the time zone");
  assert.ok(first.text, "without `new` it is a text");
  assert.deepEqual(first.given, [true, 0, 86_400_000], "other dates are what they were");
  assert.ok(first.made - first.now < 1000, "both tell the same time");
  await browser.reload();
  const second = await clock();
  assert.ok(second.now > first.now && second.now - first.now < 60_000, `${second.now - first.now} ms later`);
});

test("the browser speaks the language that it is given", { skip: !language }, async () => {
  const spoken = () => Intl.DateTimeFormat().resolvedOptions().locale;
  assert.equal(await here.browser.run(spoken), language);
});
