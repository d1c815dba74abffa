// The widget as a reader uses it: by its words, and by the questions' own identifiers.

import { until } from "./processes.mjs";
import { say, words as english } from "./words.mjs";

/** Brings an element into view and notes what a click meets. A page that scrolls while a driver
    places its click lets it land elsewhere: gives where the element stands, in every frame. */
function aim(element, again) {
  const { top, bottom } = element.getBoundingClientRect();
  // Firefox moves a frame to and fro by a pixel or two each time it is asked.
  if (!again || top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center" });
  window.met = undefined;
  window.meet ??= addEventListener("pointerdown", (event) => (window.met = event.composedPath()), true) ?? true;
  const box = (element) => Object.values(element.getBoundingClientRect().toJSON()).join(" ");
  const frames = [];
  for (let frame = window; frame.frameElement; frame = frame.parent) frames.push(frame.frameElement);
  return [element, ...frames].map(box).join(", ");
}

/** What a click met instead of the element; nothing where it met the element, or the page is another. */
function hitBy(element) {
  if (!("met" in window) || window.met?.includes(element)) return "";
  return window.met ? window.met[0].outerHTML.slice(0, 200) : "nothing";
}

export class Widget {
  /** The widget at a selector of the page, in a language. */
  constructor(browser, { selector = "plumbline-assessment", words = english } = {}) {
    Object.assign(this, { browser, selector, words });
  }

  /** A sentence in the language of the widget. */
  say(key, values) {
    return say(key, values, this.words);
  }

  /** Calls a function with the root of the widget as its first argument. */
  run(script, ...args) {
    return this.browser.run(
      `(selector, ...args) => (${script})(document.querySelector(selector)?.shadowRoot, ...args)`,
      this.selector,
      ...args,
    );
  }

  /** Waits until the widget stands on the page. */
  ready() {
    return until("the widget", () => this.run((root) => !!root?.querySelector(".widget [data-focus]")), { seconds: 20 });
  }

  /** The heading of the view. */
  heading() {
    return this.run((root) => root.querySelector("[data-focus]")?.innerText.replace(/\s+/g, " ").trim() ?? "");
  }

  /** Waits for a view by its heading. */
  at(heading) {
    return until(`the heading "${heading}"`, async () => (await this.heading()) === heading);
  }

  /** All that can be read. */
  text() {
    return this.run((root) => root.querySelector(".widget").innerText);
  }

  /** Waits until something can be read. */
  reads(what) {
    const fits = (text) => (what instanceof RegExp ? what.test(text) : text.includes(what));
    return until(`"${what}" on the page`, async () => fits(await this.text()));
  }

  /** Something of the widget that a reader can see, by selector and words. */
  find(selector, words = "", nth = 0) {
    return this.run(
      (root, selector, words, nth) => {
        const plain = (text) => text.replace(/\s+/g, " ").trim();
        const fits = (e) => e.checkVisibility?.() !== false && (!words || plain(e.innerText) === plain(words));
        return [...(root?.querySelectorAll(selector) ?? [])].filter(fits)[nth] ?? null;
      },
      selector,
      words,
      nth,
    );
  }

  /** Whether there is something to see. */
  async has(selector, words) {
    return (await this.find(selector, words)) !== null;
  }

  /** Clicks something with the mouse. */
  async click(selector, words, nth) {
    const name = `${selector} ${words ?? ""}`;
    let place;
    const element = await until(`${name} to stand still`, async () => {
      const element = await this.find(selector, words, nth);
      const before = place;
      place = element && (await this.browser.run(aim, element, before !== undefined));
      return place === before && element;
    });
    await element.click();
    const hit = await this.browser.run(hitBy, element).catch(() => "");
    if (hit === "nothing") {
      console.log(`the driver lost a click on ${name}`);
      await element.click();
    } else if (hit) {
      throw new Error(`the click on ${name} landed on ${hit}`);
    }
  }

  /** Clicks a button by the key of its words. */
  press(key, values) {
    return this.click("button", this.say(key, values));
  }

  /** Goes on with the assessment that this browser keeps: on our own page by itself, where its
      address leads to a question. */
  async resume() {
    const leads = await this.browser.run(() => location.hash.startsWith("#/question/"));
    if (!leads) {
      await until("the offer to continue", () => this.has("button", this.say("start.resume")));
      await this.press("start.resume");
    }
    await until("a question", async () => (await this.questions()).length > 0);
  }

  /** Goes to a place of the navigation or of the menu. */
  async go(key) {
    const place = this.say(key);
    if (!(await this.has("nav li button", place))) await this.menu();
    await this.click("nav li button", place);
  }

  /** Opens the menu, or closes it. */
  async menu(open = true) {
    const is = () => this.has("#menu-button[aria-expanded=true]");
    if ((await is()) !== open) await this.click("#menu-button");
    await until("the menu", async () => (await is()) === open && (!open || (await this.has("#menu ul"))));
  }

  /** Takes the last change back, or makes it again. */
  async undo(key = "undo") {
    await this.menu();
    await this.press(key);
  }

  /** Lays questions out: few, one or meeting. */
  async layout(name) {
    await this.menu();
    await this.press(`layout.${name}`);
    await this.menu(false);
  }

  /** The identifiers of the questions on the page. */
  questions() {
    return this.run((root) => [...root.querySelectorAll("[data-item]")].map((e) => e.dataset.item));
  }

  /** Chooses an answer: a level, "dont-know" or "not-applicable". */
  async answer(id, value) {
    await this.click(`[data-item="${id}"] .option:has(> input[type=radio][value="${value}"])`);
    await until(`the answer to ${id}`, async () => (await this.answers())[id] === String(value));
  }

  /** What is chosen on this page, by question. */
  answers() {
    return this.run((root) =>
      Object.fromEntries(
        [...root.querySelectorAll("[data-item]")].map((e) => [
          e.dataset.item,
          e.querySelector(".options input:checked")?.value ?? null,
        ]),
      ),
    );
  }

  /** Types into a field. */
  async type(selector, text) {
    const field = await until(selector, () => this.find(selector));
    await field.sendKeys(text);
  }

  /** What a field holds. */
  value(selector) {
    return this.run((root, selector) => root.querySelector(selector)?.value, selector);
  }

  /** Opens a part of a question, such as its note. */
  async unfold(id, key) {
    const part = `[data-item="${id}"] [aria-controls$="-${key}"][aria-expanded=false]`;
    if (await this.has(part)) await this.click(part);
  }

  /** Waits until everything is on disk. */
  saved() {
    return until("everything to be saved", () => this.has(".saving.done"));
  }

  /** Chooses a file to open. The dialog of the browser itself stays closed: no test can reach it. */
  async choose(path) {
    await this.browser.run(() => {
      HTMLInputElement.prototype.click = function () {
        if (this.type !== "file") HTMLElement.prototype.click.call(this);
      };
    });
    const field = () => this.run((root) => root.querySelector("input[type=file]"));
    if (!(await field())) {
      if (await this.has("nav")) await this.go("nav.library");
      await this.press("library.open_file");
    }
    await (await until("the field for files", field)).sendKeys(path);
  }
}
