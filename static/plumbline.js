// <plumbline-assessment>: loads the widget and shows it in a shadow root of its own.
//
// Attributes: `lang`, `questionnaire` (the address of another pack), `history` (the page is ours:
// its address and title follow the reader). The children are shown until the widget is drawn, and
// stay when it cannot be.
import init, { mount } from "./plumbline_glue.js";
import { later } from "./__wasm_split.js";

const NAME = "plumbline-assessment";
const ASSETS = __ASSETS__;
const address = (name) => new URL(ASSETS[name] ?? name, import.meta.url).href;

// The English of what is said when not even the words could be loaded. Other languages have it in
// their files, under the same keys.
const ENGLISH = {
  "failure.load": "The assessment could not be loaded: {address} ({why}). Check the connection, then load the page again.",
  "failure.file": "The assessment does not work from a file that was opened directly. Open the page through a web server.",
  "failure.csp": "This page's content security policy forbids WebAssembly. Its owner has to add 'wasm-unsafe-eval' to script-src.",
  "failure.old": "This browser is too old for the assessment ({why}). Use a current version.",
  "failure.pack": "The questionnaire could not be loaded: {address} ({why}).",
  "failure.broken": "Something went wrong in the assessment. What was saved before is on this device.",
  "failure.reload": "Load the page again",
};

/** What kept the widget from being shown; `name` is that of the message. */
class Failure extends Error {
  constructor(name, why, address = "") {
    super(String(why));
    Object.assign(this, { name, address });
  }
}

async function get(address, name = "load") {
  const why = (error) => { throw new Failure(location.protocol === "file:" ? "file" : name, error.message, address); };
  const reply = await fetch(address).catch(why);
  if (!reply.ok) throw new Failure(name, reply.status, address);
  return reply;
}

const text = async (address, name) => (await get(address, name)).text();

/** Whether a part of the program came as bytes: its frames in a stack then have no address. */
let asBytes = false;

/** The program, or a part of it that it asks for. */
async function compile(name) {
  if (!globalThis.WebAssembly) throw new Failure("old", "WebAssembly");
  const reply = await get(address(name));
  // Streaming refuses any other type, and servers that do not know this one are many.
  const bytes = reply.headers.get("content-type") !== "application/wasm";
  asBytes ||= bytes;
  const module = bytes ? WebAssembly.compile(await reply.arrayBuffer()) : WebAssembly.compileStreaming(reply);
  return module.catch((error) => {
    throw new Failure(/content security|csp|refused/i.test(error.message) ? "csp" : "old", error.message);
  });
}

later.compile = compile;

async function style() {
  const sheet = new CSSStyleSheet();
  return sheet.replace(await text(address("plumbline.css")));
}

/** Does it once for all elements, and again after it failed. */
function once(work) {
  let promise;
  return () => (promise ??= work().catch((error) => { promise = undefined; throw error; }));
}

/** The same for what follows the first question. The reader has begun by then: it is tried until it comes. */
function keep(work) {
  return once(async () => {
    for (;;) {
      try {
        return await work();
      } catch {
        for (const element of shown) element.late();
        await new Promise((done) => setTimeout(done, 3000));
      }
    }
  });
}

/** The address of a file that another questionnaire names. It stands beside or below it, nowhere else. */
function beside(pack, name) {
  const folder = new URL(".", new URL(pack, document.baseURI));
  const file = new URL(name, folder);
  if (!file.href.startsWith(folder.href)) throw new Failure("pack", "not beside it", file.href);
  return file;
}

const engine = once(async () => init({ module_or_path: await compile("plumbline_bg.wasm") }));
const sheet = once(style);
/** Made-up assessments to look at, by file. */
const samples = once(async () => {
  const files = Object.keys(ASSETS).filter((name) => name.startsWith("samples/"));
  const texts = await Promise.all(files.map((name) => text(address(name))));
  return Object.fromEntries(files.map((name, n) => [name, texts[n]]));
});
const english = once(() => text(address("locales/en.json")));
const englishReport = keep(() => text(address("locales/en.report.json")));
const first = once(() => text(address("controls.first.json")));
/** All of the questionnaire, and the facts that justify leaving controls out. */
const whole = keep(() => Promise.all(["controls.json", "exclusions.json"].map((name) => text(address(name)))));

/** The words of a language, or of the one that it belongs to; those of the report have a file of their own. */
function words(lang, fallback, end = "") {
  for (let tag = lang; tag; tag = tag.replace(/-?[^-]*$/, "")) {
    const file = `locales/${tag}${end}.json`.toLowerCase();
    const name = Object.keys(ASSETS).find((name) => name.toLowerCase() === file);
    if (name && tag.toLowerCase() !== "en") return text(address(name)).catch(fallback);
  }
  return fallback();
}

/** The elements that show a widget. A panic is the end of the module, and so of all of them. */
const shown = new Set();
let broken = false;

function notice(event) {
  const error = event.error ?? event.reason;
  const stack = String(error?.stack);
  const parts = Object.keys(ASSETS).filter((name) => name.endsWith(".wasm"));
  const ours = [...parts.map(address), import.meta.url].some((from) => stack.includes(from))
    || (asBytes && stack.includes("wasm://wasm/"));
  if (broken || !ours || !(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return;
  broken = true;
  for (const element of [...shown]) element.fail(new Failure("broken", error.message));
}

class PlumblineAssessment extends HTMLElement {
  static observedAttributes = ["lang", "questionnaire", "history"];
  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #widget;
  #words = "{}";
  /** Two columns need as much room as 48 of its letters are wide: the styles break there too. */
  #wide = () => this.clientWidth >= 48 * parseFloat(getComputedStyle(this).fontSize);
  #resized = new ResizeObserver(() => broken || this.#widget?.wide(this.#wide()));
  /** Counts the attempts to show it; only the last one may. */
  #turn = 0;

  constructor() {
    super();
    this.#root.append(this.#slot);
    // What is typed here is no shortcut of the page. Its dialogs still get Tab and Escape.
    const keep = (event) => {
      const passes = event.ctrlKey || event.metaKey || event.key === "Tab" || event.key === "Escape";
      if (!passes && event.target.matches("input, textarea, select")) event.stopPropagation();
    };
    for (const type of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(type, keep);
  }

  connectedCallback() {
    if (!this.#turn) this.#show();
  }

  disconnectedCallback() {
    // An element that is moved is connected again before this runs.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#turn || before === now) return;
    if (name !== "lang") this.#end();
    this.#show();
  }

  async #show() {
    const turn = (this.#turn = Math.random());
    try {
      if (broken) throw new Failure("broken", "");
      const pack = this.getAttribute("questionnaire");
      const lang = this.lang || document.documentElement.lang || "en";
      const parts = [
        english(), words(lang, english).then((words) => (this.#words = words)), sheet(), engine(),
        pack === null ? first() : text(new URL(pack, document.baseURI), "pack"),
      ];
      const loaded = await Promise.all(parts);
      if (turn !== this.#turn) return;
      const options = {
        words: [...new Set(loaded.slice(0, 2))], pack: loaded[4], history: this.hasAttribute("history"),
        partial: pack === null, wide: this.#wide(),
        drawn: async () => {
          this.#slot.remove();
          const widget = this.#widget;
          const rest = pack === null && (await whole());
          if (rest && widget && widget === this.#widget && !broken && !widget.complete(...rest)) {
            this.fail(new Failure("pack", "other release", address("controls.json")));
          }
          if (pack === null) samples().catch(() => {});
          this.#rest(lang, turn);
        },
        file: async (name) => {
          if (pack !== null) return text(beside(pack, name));
          return name.startsWith("samples/") ? (await samples())[name] : text(address(name));
        },
      };
      if (this.#widget) {
        this.#widget.update(options);
        return this.#rest(lang, turn);
      }
      this.#root.adoptedStyleSheets = [loaded[2]];
      const place = document.createElement("div");
      this.#root.replaceChildren(place, this.#slot);
      shown.add(this);
      this.#widget = mount(place, options);
      this.#resized.observe(this);
    } catch (error) {
      if (turn === this.#turn) this.fail(error instanceof Failure ? error : new Failure("load", error.message));
    }
  }

  /** Fetches the words of the report, and puts them in unless another language is wanted by then. */
  async #rest(lang, turn) {
    const files = [await englishReport(), await words(lang, englishReport, ".report")];
    if (turn === this.#turn && !broken) this.#widget?.words([...new Set(files)]);
  }

  /** Something that views need did not come, and is asked for again. */
  late() {
    if (!broken) this.#widget?.late();
  }

  #end() {
    this.#turn = 0;
    shown.delete(this);
    this.#resized.disconnect();
    if (!broken) this.#widget?.unmount();
    this.#widget = undefined;
    this.#root.replaceChildren(this.#slot);
  }

  /** Says what went wrong, and keeps what the page itself shows. */
  fail({ name, message, address }) {
    console.warn("Plumbline:", name, message, address);
    let words = {};
    try { words = JSON.parse(this.#words); } catch { /* the English ones will do */ }
    const say = (key) => (words[key] ?? ENGLISH[key]).replace("{address}", () => address).replace("{why}", () => message);
    const [box, line, button] = ["div", "p", "button"].map((tag) => document.createElement(tag));
    Object.assign(box, { className: "failure", dir: words.dir ?? "ltr", lang: words.lang ?? "en" });
    box.setAttribute("role", "alert");
    line.textContent = say(`failure.${name}`);
    button.type = "button";
    button.textContent = say("failure.reload");
    button.addEventListener("click", () => location.reload());
    box.append(line, button);
    this.#root.replaceChildren(box, ...(name === "broken" ? [] : [this.#slot]));
  }
}

// A second copy of this script leaves the first at work.
if (!customElements.get(NAME)) {
  addEventListener("error", notice);
  addEventListener("unhandledrejection", notice);
  customElements.define(NAME, PlumblineAssessment);
}
