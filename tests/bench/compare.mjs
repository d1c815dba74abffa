// Several builds side by side: which order of loading is faster?

import path from "node:path";
import { launch } from "./browser.mjs";
import { median, percentile } from "./figures.mjs";
import { load } from "./load.mjs";
import { serve } from "./server.mjs";
import { ours } from "./sites.mjs";
import { order } from "./table.mjs";
import { tools } from "./tools.mjs";

const milliseconds = (values) => `${Math.round(median(values))} (${Math.round(percentile(values, 0.25))}-${Math.round(percentile(values, 0.75))})`;

/** Visits each build in turn and prints medians with their quartiles. */
export async function compare(folders, { runs, slowdown }) {
  const names = folders.map((folder) => path.basename(path.resolve(folder)));
  const built = await Promise.all(folders.map(ours));
  const browser = await launch();
  const served = await serve(new Map(names.map((name, n) => [`ours-${name}`, built[n]])));
  const visits = new Map(names.map((name) => [name, []]));
  try {
    for (let run = 1; run <= runs; run += 1) {
      for (const name of names) {
        process.stderr.write(`\rrun ${run} of ${runs}, ${name}        `);
        const visit = await load(browser, tools.ours, `${served.address}/ours-${name}/`, slowdown);
        if (visit) visits.get(name).push(visit);
      }
    }
  } finally {
    process.stderr.write("\n");
    await browser.close();
    served.close();
  }
  for (const [name, all] of visits) {
    const time = (step) => milliseconds(all.map(({ times }) => times[step]));
    console.log(`${name}: ${Math.round(median(all.map(({ bytes }) => bytes.all)))} bytes, ${all.length} visits`);
    console.log(`paint ${time("paint")}, button ${time("button")}, question ${time("question")} ms\n${order(all[0].requests)}\n`);
  }
}
