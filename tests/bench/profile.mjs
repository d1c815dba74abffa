// Where the time of answering goes: the functions of a CPU profile by their own time.

/** The functions that took most, as lines of a table. */
export function hottest({ nodes, samples, timeDeltas }, count = 40) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Map();
  samples.forEach((id, n) => {
    const { functionName, url } = byId.get(id).callFrame;
    const place = url.slice(url.lastIndexOf("/") + 1);
    const name = `${functionName || "(anonymous)"} ${place}`;
    if (!/^\((idle|program|root)\)/.test(name)) own.set(name, (own.get(name) ?? 0) + timeDeltas[n] / 1000);
  });
  const all = [...own].sort((a, b) => b[1] - a[1]);
  const sum = all.reduce((sum, [, time]) => sum + time, 0);
  const lines = all.slice(0, count).map(([name, time]) => `${time.toFixed(1).padStart(8)} ms  ${((time / sum) * 100).toFixed(1).padStart(5)} %  ${name}`);
  return [`${sum.toFixed(0).padStart(8)} ms  in all, without idling`, ...lines].join("\n");
}
