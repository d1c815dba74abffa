// <plumbline-assessment>: loads the widget and shows it in a shadow root of its own.
//
// The attributes, methods and events are in docs/embedding.md. The children are shown until the
// widget is drawn, and stay when it cannot be.
import fresh from "./program.js";
import { warn } from "./contrast.js";
import { ASSETS, Failure, HERE, address, asBytes, compile, forbidden, once, text } from "./fetch.js";

const NAME = "plumbline-assessment";

// The English of what is said when not even the words could be loaded. Other languages have it in
// their files, under the same keys.
const ENGLISH = {
  "failure.load": "The assessment could not be loaded: {address} ({why}). Check the connection, then try again.",
  "failure.page": "The server of this page answers with another page in place of {address}. Its owner has to put all files of the assessment there.",
  "failure.connect": "This page's content security policy forbids to fetch {address}. Its owner has to allow it in connect-src.",
  "failure.file": "The assessment does not work from a file that was opened directly. Open the page through a web server.",
  "failure.csp": "This page's content security policy forbids WebAssembly. Its owner has to add 'wasm-unsafe-eval' to script-src.",
  "failure.old": "This browser is too old for the assessment ({why}). Use a current version.",
  "failure.pack": "The questionnaire could not be loaded: {address} ({why}).",
  "failure.broken": "Something went wrong in the assessment. What was saved before is on this device.",
  "failure.again": "Try again",
};


const css = once(() => text(address("plumbline.css")));

/** A style sheet belongs to one document, and an element can be moved to that of a frame. */
const sheets = new WeakMap();
async function sheet({ ownerDocument: page }) {
  const text = await css();
  if (!sheets.has(page)) sheets.set(page, new (page.defaultView ?? window).CSSStyleSheet().replace(text));
  return sheets.get(page);
}

/** The same for what follows the first question. The reader has begun by then: it is tried until it
    comes, after pauses that grow to a minute. */
function keep(work) {
  return once(async () => {
    for (let pause = 3000; ; pause = Math.min(2 * pause, 60000)) {
      try {
        return await work();
      } catch {
        for (const element of shown) element.late();
        await new Promise((done) => setTimeout(done, pause));
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

/** The program. Each start makes a fresh one, since nobody knows in what state one is that broke. */
let program;
const start = () => once(async () => {
  program = fresh();
  program.later.compile = compile;
  await program.init({ module_or_path: await compile("plumbline_bg.wasm") });
  return program;
});
let now = start();
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

/** The elements that show a widget. A panic is the end of the program, and so of all of them. */
const shown = new Set();

/** Hears of errors. Only a stack with the program in it is ours: a page may be in one file with this script. */
function notice(event) {
  const error = event.error ?? event.reason;
  const stack = String(error?.stack);
  const parts = Object.keys(ASSETS).filter((name) => name.endsWith(".wasm"));
  const from = (address) => stack.includes(`${address}:`);
  // WebKit names no file, and V8 none where a part came as bytes.
  const unnamed = (/\[wasm code\]|<\?>:wasm-function/.test(stack) && from(HERE)) || (asBytes && stack.includes("wasm://wasm/"));
  const ours = unnamed || parts.some((name) => from(address(name)));
  if (!ours || !(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return;
  program.end();
  now = start();
  for (const element of [...shown]) element.fail(new Failure("broken", error.message));
}

/** On a server there are no elements; the script can be imported there all the same. */
const Base = globalThis.HTMLElement ?? class {};

export class PlumblineAssessment extends Base {
  static observedAttributes = ["lang", "questionnaire", "history"];
  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #states = this.attachInternals().states;
  #ready;
  /** Resolves once it can be used. */
  ready = new Promise((done) => (this.#ready = done));
  /** `waiting`, `loading`, `ready` or `failed`. */
  state = "waiting";
  #widget;
  #words = "{}";
  /** Where the visitor was when the widget went: it comes back there. */
  #place;
  /** Whether the program broke under it. */
  #again = false;
  /** What the widget stands in, whose letters are as large as its own. */
  #inner = document.createElement("div");
  /** Two columns need as much room as 48 of its letters are wide: the styles break there too. A phone
      that lies on its side stays a phone. */
  #wide = () => {
    const em = parseFloat(getComputedStyle(this.#inner).fontSize);
    return this.clientWidth >= 48 * em && innerHeight >= 30 * em;
  };
  #resized = new ResizeObserver(() => this.#widget?.wide(this.#wide()));
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
    this.#root.addEventListener("focusin", ({ target }) => requestAnimationFrame(() => this.#uncover(target)));
    // The browser would leave the page for a file that is dropped beside a field.
    const refuse = (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    for (const type of ["dragover", "drop"]) this.#root.addEventListener(type, refuse);
  }

  /** Moves the focus to the heading of what it shows. */
  focus(options) {
    this.#root.querySelector("[data-focus], .failure button")?.focus(options);
  }

  /** What has the focus is not under a bar that stays (WCAG 2.2, 2.4.11): WebKit scrolls no further
      than to the edge of the window. */
  #uncover(target) {
    const { left, width, bottom } = target.getBoundingClientRect();
    const bar = this.#root.elementFromPoint(left + width / 2, bottom - 1)?.closest(".bulk, .onward");
    if (bar && !bar.contains(target) && target.matches(":focus-visible")) target.scrollIntoView({ block: "center" });
  }

  connectedCallback() {
    if (!this.#turn) this.#begin();
  }

  disconnectedCallback() {
    // An element that is moved is connected again before this runs.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  async adoptedCallback() {
    if (this.#root.adoptedStyleSheets.length < 1) this.#root.adoptedStyleSheets = [await sheet(this)];
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#turn || before === now) return;
    if (name !== "lang") {
      this.#place = undefined;
      this.#end();
    }
    this.#show();
  }

  /** Fetches and shows it: at once, or when it comes into view or is clicked, as `load` says. */
  #begin() {
    this.#unclosed();
    const load = this.getAttribute("load");
    const turn = (this.#turn = Math.random());
    const show = () => turn === this.#turn && this.#show();
    if (load === "click") {
      this.addEventListener("click", show, { once: true });
    } else if (load === "visible") {
      const seen = new IntersectionObserver(([entry]) => {
        if (entry.isIntersecting || turn !== this.#turn) seen.disconnect();
        if (entry.isIntersecting) show();
      }, { rootMargin: "500px" });
      seen.observe(this);
    } else {
      show();
    }
  }

  async #show() {
    const turn = (this.#turn = Math.random());
    this.#state("loading");
    try {
      const pack = this.getAttribute("questionnaire");
      const lang = this.lang || document.documentElement.lang || "en";
      const parts = [
        english(), words(lang, english).then((words) => (this.#words = words)), sheet(this), now(),
        pack === null ? first() : text(new URL(pack, document.baseURI), "pack"),
      ];
      const loaded = await Promise.all(parts);
      if (turn !== this.#turn) return;
      const options = {
        words: [...new Set(loaded.slice(0, 2))], pack: loaded[4], history: this.history,
        partial: pack === null, place: this.#place, again: this.#again, start: this.getAttribute("start"),
        at: (place) => (this.#place = place),
        drawn: async () => {
          this.#slot.remove();
          this.#state("ready");
          this.#ready(this);
          this.#tell("ready");
          warn(this, this.#inner);
          const widget = this.#widget;
          const rest = pack === null && (await whole());
          if (rest && widget && widget === this.#widget && !widget.complete(...rest)) {
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
      options.wide = this.#stand();
      shown.add(this);
      this.#widget = loaded[3].mount(this.#inner, options);
      this.#resized.observe(this);
    } catch (error) {
      if (turn === this.#turn) this.fail(error instanceof Failure ? error : new Failure("load", error.message));
    }
  }

  /** Makes the place of the widget anew. Gives whether there is room for two columns. */
  #stand() {
    const outer = document.createElement("div");
    this.#inner = document.createElement("div");
    outer.className = "outer";
    this.#inner.className = "inner";
    outer.append(this.#inner);
    this.#root.replaceChildren(outer, this.#slot);
    return this.#wide();
  }

  /** Fetches the words of the report, and puts them in unless another language is wanted by then. */
  async #rest(lang, turn) {
    const files = [await englishReport(), await words(lang, englishReport, ".report")];
    if (turn === this.#turn) this.#widget?.words([...new Set(files)]);
  }

  /** Something that views need did not come, and is asked for again. */
  late() {
    this.#widget?.late();
  }

  #end() {
    this.#turn = 0;
    shown.delete(this);
    this.#resized.disconnect();
    this.#widget?.unmount();
    this.#widget = undefined;
    this.#root.replaceChildren(this.#slot);
  }

  /** Tries again after a failure, at the place where the visitor was. */
  retry() {
    if (!this.isConnected || this.#widget) return;
    this.#root.replaceChildren(this.#slot);
    this.#show();
  }

  /** Says what went wrong, and keeps what the page itself shows. */
  fail({ name, message, address }) {
    console.warn("Plumbline:", name, message, address);
    // A program that broke is left alone.
    this.#again ||= name === "broken";
    if (name !== "broken") this.#widget?.unmount();
    this.#widget = undefined;
    shown.delete(this);
    this.#resized.disconnect();
    let words = {};
    try { words = JSON.parse(this.#words); } catch { /* the English ones will do */ }
    const say = (key) => (words[key] ?? ENGLISH[key]).replace("{address}", () => address).replace("{why}", () => message);
    const [box, line, button] = ["div", "p", "button"].map((tag) => document.createElement(tag));
    Object.assign(box, { className: "failure widget", dir: words.dir ?? "ltr", lang: words.lang ?? "en" });
    box.setAttribute("role", "alert");
    line.textContent = say(`failure.${name}`);
    button.type = "button";
    button.textContent = say("failure.again");
    button.addEventListener("click", () => this.retry());
    box.append(line, button);
    this.#stand();
    this.#inner.append(box);
    if (name === "broken") this.#slot.remove();
    this.#state("failed");
    this.#tell("error", { code: name, address: String(address), retry: true });
  }

  /** Says how far it is, in `:state()` too; older browsers do without that. */
  #state(state) {
    this.state = state;
    try {
      this.#states.clear();
      this.#states.add(state);
    } catch { /* they allow only names with dashes */ }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`plumbline-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** A tag that closes itself swallows the rest of the page, since HTML has none for such elements. */
  #unclosed() {
    if (this.querySelector("script, main, footer, plumbline-assessment")) {
      console.warn(`Plumbline: <${NAME}> needs an end tag: <${NAME}></${NAME}>`);
    }
  }
}

/** Attributes as properties. "false" is off, since frameworks write it for a property that is. */
for (const name of ["questionnaire", "theme", "start", "load"]) {
  Object.defineProperty(PlumblineAssessment.prototype, name, {
    get() { return this.getAttribute(name); },
    set(value) { value === null || value === undefined ? this.removeAttribute(name) : this.setAttribute(name, value); },
  });
}
Object.defineProperty(PlumblineAssessment.prototype, "history", {
  get() { return !["false", null].includes(this.getAttribute("history")); },
  set(value) { this.toggleAttribute("history", ![false, "false", null, undefined].includes(value)); },
});

/** Makes the element known to the page. A second copy of this script leaves the first at work. */
export function define() {
  if (!globalThis.customElements || customElements.get(NAME)) return;
  addEventListener("error", notice);
  addEventListener("unhandledrejection", notice);
  addEventListener("securitypolicyviolation", ({ blockedURI }) => forbidden.add(blockedURI));
  for (const em of ["--plumbline-page-em", "--plumbline-reader-em"]) {
    globalThis.CSS?.registerProperty?.({ name: em, syntax: "<length>", inherits: true, initialValue: "16px" });
  }
  customElements.define(NAME, PlumblineAssessment);
}

// Those who import the npm package say when.
if (__DEFINE__) define();
