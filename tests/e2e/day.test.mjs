// The day of the tests reaches the page, and the widget keeps to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ahead, dayOf, NOW } from "./harness/day.mjs";
import { language } from "./harness/engine.mjs";
import { until } from "./harness/processes.mjs";
import { session } from "./harness/session.mjs";
import { day } from "./harness/words.mjs";

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

/** Moves the clock of the page to a local time, as if the device had slept until then. */
const move = (local) =>
  here.browser.run((ahead) => {
    document.querySelector("script[data-ahead]").dataset.ahead = ahead;
  }, ahead(local));

/** The result of a new assessment late in the evening. */
async function evening(context, local) {
  const { host, widget } = here;
  host.setClock(local);
  context.after(() => host.setClock(NOW));
  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer((await widget.questions())[0], "0");
  await widget.saved();
  await widget.go("nav.result");
  await until("the result", () => widget.has(".way"));
}

/** The name and the text of the scorecard as a table. */
async function table() {
  const { browser, widget } = here;
  await widget.go("nav.result");
  await widget.click("details:not([open]) > summary", widget.say("download.title"));
  return browser.download(() => widget.press("download.csv"));
}

test("a page that stays open over midnight goes on with the new day, and so do its files", async (context) => {
  const { widget } = here;
  await evening(context, "2026-12-30T23:59:30");
  assert.ok((await widget.text()).includes(day("2026-12-30")), "the result is of that day");
  await move("2026-12-30T23:59:58");
  // The page looks at the clock each minute, and when it is seen again; the latter sets its timer.
  await here.browser.run(() => document.dispatchEvent(new Event("visibilitychange")));
  await until("the new day", async () => !(await widget.text()).includes(day("2026-12-30")), { seconds: 70 });
  assert.ok((await widget.text()).includes(day("2026-12-31")));
  const { name, text } = await table();
  assert.match(name, /2026-12-31\.csv$/);
  // The first result was kept on the day before.
  assert.match(text, /^"Date","2026-12-31"/m, "the table is of the new day");
});

test("a page that is seen again after days is of the day on which it is seen", async (context) => {
  const { browser, widget } = here;
  await evening(context, "2026-12-30T20:00");
  await move("2027-01-04T09:00");
  await browser.run(() => document.dispatchEvent(new Event("visibilitychange")));
  await until("the new day", async () => !(await widget.text()).includes(day("2026-12-30")), { seconds: 5 });
  assert.match((await table()).name, /2027-01-04\.csv$/);
});

test("the browser speaks the language that it is given", { skip: !language }, async () => {
  const spoken = () => Intl.DateTimeFormat().resolvedOptions().locale;
  assert.equal(await here.browser.run(spoken), language);
});
