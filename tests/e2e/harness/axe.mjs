// axe-core on the page as it stands.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe objects to on this page, a line for each element. */
export async function violations(browser, rules = {}) {
  if (!(await browser.run(() => !!window.axe))) await browser.driver.executeScript(source);
  return browser.driver.executeAsyncScript(
    (tags, rules, done) => {
      axe
        .run(document, { runOnly: tags, rules, resultTypes: ["violations"] })
        .then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.flat().at(-1)} ${n.html.slice(0, 150)}`)))
        .catch((error) => [String(error)])
        .then(done);
    },
    tags,
    rules,
  );
}
