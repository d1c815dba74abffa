// The element in every kind of parent, and among the style sheets of others.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { engine } from "./harness/engine.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";

const here = session();

/** A page with the element in a parent of its own. */
function page({ parent = ["<div class=\"parent\">", "</div>"], css = "", sheets = [], attributes = "", html = "" }) {
  const { host } = here;
  host.put("/parent.css", css);
  const links = ["/parent.css", ...sheets].map((href) => `<link rel="stylesheet" href="${href}">`).join("");
  host.put(
    "/parent.html",
    `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${links}
<script type="module" src="/plumbline.js"></script></head>
<body>${parent[0]}<plumbline-assessment ${attributes}></plumbline-assessment>${parent[1]}</body></html>`,
  );
}

/** How wide the widget is, and whether the page has to be scrolled sideways. */
const measured = () =>
  here.widget.run((root) => {
    const { width } = root.querySelector(".widget").getBoundingClientRect();
    const page = document.documentElement;
    return { width, wider: page.scrollWidth > page.clientWidth + 1 };
  });

const box = (css) => ({ css: `.parent { ${css} }` });
const parents = [
  ["a block", box("")],
  ["a row of a flexible box", box("display: flex")],
  ["a row with a neighbour", { css: ".parent { display: flex } aside { inline-size: 8em }", parent: ['<div class="parent"><aside>Menu</aside>', "</div>"] }],
  ["a centred column", box("display: flex; flex-direction: column; align-items: center")],
  ["a grid that centres", box("display: grid; justify-items: center")],
  ["a grid of one column", box("display: grid; grid-template-columns: minmax(0, 1fr)")],
  ["an inline block", box("display: inline-block")],
  ["a float", box("float: left")],
  ["a cell of a table", { parent: ["<table><tr><td>", "</td></tr></table>"] }],
  ["a box at a place", box("position: absolute; inset-block-start: 2em")],
  ["a fixed box", box("position: fixed; inset: 0 auto auto 0; max-block-size: 100vh; overflow: auto")],
  ["a dialog", { parent: ["<dialog>", "</dialog>"], open: () => document.querySelector("dialog").showModal() }],
  ["a popover", { parent: ["<div popover>", "</div>"], open: () => document.querySelector("[popover]").showPopover() }],
  ["details", { parent: ["<details><summary>More</summary>", "</details>"], open: () => (document.querySelector("details").open = true) }],
  ["a panel that is hidden at first", { parent: ['<div class="parent" hidden>', "</div>"], open: () => (document.querySelector(".parent").hidden = false) }],
];

for (const [name, { open, ...rest }] of parents) {
  test(`in ${name} it takes the room there is`, async () => {
    const { browser, host, widget } = here;
    page(rest);
    for (const [width, least] of [[1280, 500], [390, 250]]) {
      await browser.resize(width, 800);
      await browser.go(host.url("/parent.html"));
      if (open) await browser.run(open);
      await widget.ready();
      await until("its width", async () => (await measured()).width >= least);
      assert.equal((await measured()).wider, false, `${width}`);
    }
    await nothingWrong(browser);
  });
}

/** Where the style sheets of others are, in their packages. */
const others = {
  bootstrap: "bootstrap/dist/css/bootstrap.min.css",
  bulma: "bulma/css/bulma.min.css",
  foundation: "foundation-sites/dist/css/foundation.min.css",
  govuk: "govuk-frontend/dist/govuk/govuk-frontend.min.css",
  materialize: "@materializecss/materialize/dist/css/materialize.min.css",
  pico: "@picocss/pico/css/pico.min.css",
  semantic: "semantic-ui-css/semantic.min.css",
  tailwind: "tailwindcss/preflight.css",
  uikit: "uikit/dist/css/uikit.min.css",
  uswds: "@uswds/uswds/dist/css/uswds.min.css",
};

/** What is passed down to the content of a page, and does not belong to it. */
const inherited =
  ".parent { text-align: center; text-transform: uppercase; letter-spacing: 0.3em; word-spacing: 1em; white-space: nowrap;" +
  " line-height: 3; text-indent: 2em; font-style: italic; font-weight: 900; font-variant: small-caps; color: #c0c; cursor: wait;" +
  " list-style: square inside; border-collapse: collapse; text-shadow: 0 0 2px red; hyphens: auto; tab-size: 1 }";

/** How parts of the first page look. */
const look = () =>
  here.widget.run((root) => {
    const names = [
      "color", "backgroundColor", "textAlign", "textTransform", "letterSpacing", "wordSpacing", "whiteSpace", "lineHeight",
      "textIndent", "fontStyle", "fontWeight", "fontVariant", "cursor", "listStyleType", "textShadow", "fontSize", "display",
    ];
    return Object.fromEntries(
      [".widget", "h2", ".lead", ".choice h3", ".choice button", ".promises li"].map((selector) => {
        const style = getComputedStyle(root.querySelector(selector));
        return [selector, names.map((name) => `${name}: ${style[name]}`)];
      }),
    );
  });

test("what the styles of a page pass down does not come in", async () => {
  const { browser, host } = here;
  await browser.resize(1280, 800);
  page({});
  await here.visit("/parent.html");
  const plain = await look();
  page({ css: inherited });
  await here.visit("/parent.html");
  assert.deepEqual(await look(), plain);
  for (const [name, file] of Object.entries(others)) {
    host.put(`/${name}.css`, readFileSync(new URL(`node_modules/${file}`, import.meta.url)));
    // Their own sizes and schemes do come in, within bounds.
    page({ css: `${inherited} .parent { font-size: 16px; color-scheme: light }`, sheets: [`/${name}.css`] });
    await here.visit("/parent.html");
    assert.deepEqual(await look(), plain, name);
    assert.equal((await measured()).wider, false, name);
  }
});

test("letters are as large as those of the page, within bounds", async () => {
  for (const [page_size, expected] of [["9px", 14], ["11px", 14], ["15px", 15], ["19px", 19], ["28px", 20], ["62.5%", 14]]) {
    page({ css: `.parent { font-size: ${page_size} }` });
    await here.visit("/parent.html");
    const size = await here.widget.run((root) => parseFloat(getComputedStyle(root.querySelector(".widget")).fontSize));
    assert.equal(size, expected, page_size);
  }
});

/** How light the paper is: 0 is black. */
const paper = () =>
  here.widget.run((root) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.fillStyle = getComputedStyle(root.querySelector(".widget")).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data[1] / 255;
  });

test("its colours follow the scheme of the page, and the element's own word first", { skip: engine !== "chromium" && "only Chromium can be told the scheme of the system here" }, async () => {
  const { browser } = here;
  for (const [system, css, attributes, light] of [
    ["dark", "", "", true],
    ["dark", ":root { color-scheme: light dark }", "", false],
    ["light", ":root { color-scheme: light dark }", "", true],
    ["light", ":root { color-scheme: dark }", "", false],
    ["light", ".parent { color-scheme: dark }", "", false],
    ["light", "", 'theme="dark"', false],
    ["dark", ":root { color-scheme: dark }", 'theme="light"', true],
    ["light", "plumbline-assessment { --plumbline-paper: #202020 }", "", false],
  ]) {
    await browser.prefer({ "prefers-color-scheme": system });
    page({ css, attributes });
    await here.visit("/parent.html");
    assert.equal((await paper()) > 0.5, light, `${system}, ${css}, ${attributes}`);
  }
  await browser.prefer({});
});

/** The contrast of two colours of an element (WCAG 2.2, 1.4.3). */
const contrasts = () =>
  here.widget.run((root) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const luminance = (colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
        const c = part / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const probe = root.querySelector(".widget").appendChild(document.createElement("i"));
    const colour = (name) => {
      probe.style.color = `var(--${name})`;
      return luminance(getComputedStyle(probe).color);
    };
    const pairs = [["ink", "paper"], ["ink", "card"], ["ink", "tint"], ["soft", "paper"], ["soft", "card"], ["accent", "paper"], ["accent", "card"], ["on-accent", "accent"], ["stop", "paper"], ["warn", "paper"], ["good", "paper"]];
    const found = pairs.map(([one, other]) => {
      const [light, dark] = [colour(one), colour(other)].sort((a, b) => b - a);
      return [`${one} on ${other}`, (light + 0.05) / (dark + 0.05)];
    });
    probe.remove();
    return found;
  });

test("on a paper that is light or dark, all colours keep their contrast", async () => {
  for (const colour of ["#ffffff", "#fbfaf7", "#f3e9d8", "#e8f0fe", "#fff4c2", "#dddddd", "#12171d", "#000000", "#2b3a55", "#3d0c11"]) {
    page({ css: `plumbline-assessment { --plumbline-paper: ${colour} }` });
    await here.visit("/parent.html");
    for (const [pair, contrast] of await contrasts()) assert.ok(contrast >= 4.5, `${pair} on ${colour}: ${contrast.toFixed(2)}`);
  }
});
