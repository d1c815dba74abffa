// From measurements to figures.

/** The value that a share of all values does not exceed; 0.5 is the median. */
export function percentile(values, share) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const median = (values) => percentile(values, 0.5);

const spread = (values) => ({
  count: values.length,
  p50: percentile(values, 0.5),
  p90: percentile(values, 0.9),
  p98: percentile(values, 0.98),
  max: percentile(values, 1),
});

/** The median of each number of several objects of one shape. */
function medians(objects) {
  const names = new Set(objects.flatMap((object) => Object.keys(object)));
  return Object.fromEntries([...names].map((name) => [name, median(objects.map((object) => object[name]))]));
}

/** Of the visits of one tool; one that took too long is `undefined`. */
export function ofLoads(all) {
  const visits = all.filter(Boolean);
  // More than half were too slow: so is the median.
  if (visits.length * 2 <= all.length) return { late: true };
  return {
    times: medians(visits.map(({ times }) => times)),
    bytes: medians(visits.map(({ bytes }) => bytes)),
    requests: median(visits.map(({ requests }) => requests.length)),
    order: visits[0].requests,
    memory: medians(visits.map(({ memory }) => memory)),
  };
}

/** Of the sessions of one tool, all clicks together. */
export function ofAnswers(all, work, slowdown) {
  const sessions = all.filter((session) => session?.clicks.length);
  if (!sessions.length) return { late: true };
  // A change that is never seen counts by its frame: a key in a field changes no element.
  const shown = (name) => sessions.flatMap((s) => s[name].map(({ frame, change }) => change ?? frame));
  const timed = sessions.flatMap((session) => interactions(session.slow));
  const memory = (when) => medians(sessions.map((session) => session.memory[when]));
  return {
    click: spread(shown("clicks")),
    interaction: spread(timed),
    work: work?.tasks.length ? spread(work.tasks.map((time) => time * slowdown)) : undefined,
    turn: spread(shown("turns")),
    key: spread(sessions.flatMap((session) => session.keys.map(({ frame }) => frame))),
    memory: { before: memory("before"), after: memory("after") },
  };
}

/** The browser's own measure of clicks: the longest event of each. It leaves out what took less than 16 ms. */
function interactions(entries) {
  const clicks = new Map();
  for (const { id, name, duration } of entries) {
    if (/^(pointer|click)/.test(name)) clicks.set(id, Math.max(duration, clicks.get(id) ?? 0));
  }
  return [...clicks.values()];
}
