import { mkdirSync } from "node:fs";
import { open } from "./harness/browser.mjs";
import { serve } from "./harness/host.mjs";
import { until } from "./harness/processes.mjs";
import { Widget } from "./harness/widget.mjs";
const [folder, only, sizes = "390x844,844x390,768x1024,1280x900", schemes = "light", extra = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const host = await serve();
const browser = await open();
const widget = new Widget(browser);
const views = { start: "", q: "#/question/4.2/sections", qc: "#/question/A.8.13/sections", sections: "#/sections", result: "#/result", plan: "#/result/plan", statement: "#/result/statement", theme: "#/result/statement/A.6", findings: "#/result/findings", documents: "#/result/documents", board: "#/result/board", grid: "#/result/grid", search: "#/search", check: "#/check", way: "#/way", milestones: "#/result/milestones", compare: "#/result/compare", stages: "#/result/stages", whatif: "#/result/what-if", answers: "#/result/answers", metrics: "#/result/metrics" };
try {
  const wanted = only && only !== "all" ? only.split(",") : Object.keys(views);
  await browser.resize(1280, 900);
  await browser.go(host.url("/"));
  await widget.ready();
  await new Promise((r) => setTimeout(r, 2500));
  for (const scheme of schemes.split(",")) {
    await browser.prefer({ "prefers-color-scheme": scheme });
    for (const size of sizes.split(",")) {
      const [w, h] = size.split("x").map(Number);
      for (const name of wanted) {
        if (name === "start") {
          await browser.resize(w, h);
          await browser.go(host.url("/")); await widget.ready(); await new Promise((r) => setTimeout(r, 1500));
        } else {
          if (!(await widget.has(".top nav"))) { await widget.press("start.sample.halfway"); await until("res", () => widget.has(".result")); await widget.saved(); }
          await browser.resize(w, h);
          await browser.run((a) => { location.hash = a; }, views[name]);
          await new Promise((r) => setTimeout(r, 500));
        }
        if (extra) await browser.run((extra) => { document.body.insertAdjacentHTML("beforeend", ""); const s = new CSSStyleSheet(); s.replaceSync(extra); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; }, extra);
        await browser.run(() => scrollTo(0, 0));
        const height = await browser.run(() => document.documentElement.scrollHeight);
        console.log(`${name} ${size}: ${height} px, ${(height / h).toFixed(1)} screens`);
        await browser.resize(w, Math.min(Math.max(height, h), 4200));
        await browser.screenshot(`${folder}/${name}-${w}-${scheme}.png`);
      }
    }
  }
} finally {
  await browser.close();
  host.close();
}
