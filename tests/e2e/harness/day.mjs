// The day on which the tests take place. The pages under test have it from pages/clock.js.
//
// PLUMBLINE_NOW   where the clock of the pages begins, such as 2028-02-29T20:00
// TZ              the time zone, of the browser and of the tests themselves

/** When everything takes place that is compared with a file; the native tests have the same day. */
export const GOLDEN = "2026-11-22T12:00";

/** When all else takes place. */
export const NOW = process.env.PLUMBLINE_NOW || GOLDEN;

/** How many milliseconds lie between the real time and this local one. */
export const ahead = (local) => new Date(local).getTime() - Date.now();

/** The day of a local time. */
export const dayOf = (local) => local.slice(0, 10);

/** The Monday after so many weeks, as a date field gives it. */
export function monday(weeks, from = NOW) {
  const day = new Date(`${dayOf(from)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 7 * weeks);
  return day.toISOString().slice(0, 10);
}
