// Measures what a visitor waits for, beside SurveyJS with the same questions. `cargo xtask bench`
// runs it. It prints figures and judges nothing but its own failures.

import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { answer } from "./answer.mjs";
import { launch, SLOWDOWN, speed } from "./browser.mjs";
import { compare } from "./compare.mjs";
import { median, ofAnswers, ofLoads } from "./figures.mjs";
import { load } from "./load.mjs";
import { hottest } from "./profile.mjs";
import { serve } from "./server.mjs";
import { sites } from "./sites.mjs";
import { order, table } from "./table.mjs";
import { tools } from "./tools.mjs";

const HELP = `cargo xtask bench [options]

  --runs N         visits and sessions of each tool (5)
  --items N,N      sizes of the questionnaire (123,1000,10000)
  --answers N      answers in a session (100)
  --only PART      load or answers
  --tool NAME      ours or surveyjs
  --order          prints what is fetched, and when
  --profile        prints the functions that take most while answering
  --dist FOLDER    another build than dist/; several are compared by their loading
  --json FILE      writes all figures
`;

const root = path.join(import.meta.dirname, "../..");

function options() {
  const text = (value) => ({ type: "string", default: value });
  const { values } = parseArgs({
    options: {
      runs: text("5"), items: text("123,1000,10000"), answers: text("100"), only: text(""), tool: text(""),
      dist: { type: "string", multiple: true, default: [path.join(root, "dist")] }, kept: text(path.join(root, "target/bench")), json: text(""),
      order: { type: "boolean" }, profile: { type: "boolean" }, help: { type: "boolean", short: "h" },
    },
  });
  const count = (name) => {
    const number = Number(values[name]);
    if (!(Number.isInteger(number) && number > 0)) throw new Error(`--${name} is to be a whole number above 0`);
    return number;
  };
  const sizes = values.items.split(",").map(Number);
  if (!sizes.every((size) => size >= 1)) throw new Error("--items is to be numbers such as 123,1000");
  if (values.tool && !tools[values.tool]) throw new Error(`--tool is one of ${Object.keys(tools).join(", ")}`);
  return { ...values, runs: count("runs"), answers: count("answers"), sizes };
}

/** All figures of one size. The tools take turns, so that what else the machine does hits both. */
async function measure(address, size, wanted) {
  const names = Object.keys(tools).filter((name) => !wanted.tool || name === wanted.tool);
  const found = Object.fromEntries(names.map((name) => [name, { loads: [], sessions: [] }]));
  const browser = await launch();
  const speeds = [];
  try {
    for (let run = 1; run <= wanted.runs; run += 1) {
      speeds.push(await speed(browser));
      for (const name of names) {
        const url = `${address}/${name}-${size}/`;
        process.stderr.write(`\r${size} items, run ${run} of ${wanted.runs}, ${tools[name].name}        `);
        if (wanted.only !== "answers") found[name].loads.push(await load(browser, tools[name], url));
        if (wanted.only === "load") continue;
        const profile = wanted.profile && run === 1;
        found[name].sessions.push(await answer(browser, tools[name], url, { answers: wanted.answers, profile }));
        // Unslowed: the brake itself would count as work.
        if (run === 1) found[name].work = await answer(browser, tools[name], url, { answers: wanted.answers, slowdown: 1 });
      }
    }
  } finally {
    process.stderr.write("\n");
    await browser.close();
  }
  const figures = Object.fromEntries(names.map((name) => {
    const { loads, sessions, work } = found[name];
    return [name, {
      load: loads.length ? ofLoads(loads) : undefined,
      answers: sessions.length ? ofAnswers(sessions, work, SLOWDOWN) : undefined,
      profile: sessions[0]?.profile,
    }];
  }));
  return { speed: median(speeds), ...figures };
}

async function main() {
  const wanted = options();
  if (wanted.help) return void process.stdout.write(HELP);
  if (wanted.dist.length > 1) return compare(wanted.dist, wanted);
  const served = await serve(await sites({ ...wanted, dist: wanted.dist[0], pack: path.join(root, "controls.json") }));
  const all = {};
  console.log(`slow 4G (1.6 Mbit/s, 150 ms), processor ${SLOWDOWN} times slower, cold cache, ${wanted.runs} runs, medians
"the frame that shows it": from the click's time stamp to the end of the first frame after an element changed
"all work of an answer": processor time of the main thread until it is idle, saving included, unslowed and times ${SLOWDOWN}\n`);
  try {
    for (const size of wanted.sizes) {
      const { speed, ...figures } = (all[size] = await measure(served.address, size, wanted));
      const { profile, ...ours } = figures.ours ?? {};
      console.log(table(size, ours, figures.surveyjs ?? {}));
      console.log(`load of the machine ${os.loadavg()[0].toFixed(1)} on ${os.cpus().length} processors; a fixed loop took ${Math.round(speed)} ms\n`);
      for (const [name, { load, profile }] of Object.entries(figures)) {
        if (wanted.order && load?.order) console.log(`${tools[name].name}\n${order(load.order)}\n`);
        if (profile) console.log(`${tools[name].name}\n${hottest(profile)}\n`);
        delete figures[name].profile;
      }
    }
  } finally {
    served.close();
    if (wanted.json) await writeFile(wanted.json, `${JSON.stringify(all, null, 2)}\n`);
  }
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
