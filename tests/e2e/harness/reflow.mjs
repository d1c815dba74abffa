// Whether a page fits into its width, whatever font it is shown in.

/** Wide fonts, one of them for readers with dyslexia; `cargo xtask test` installs them on Debian. */
export const wide = ["OpenDyslexic", "Comfortaa"];

/** What is beyond the edge of the page, in its own font and in others, a line for each font. */
export function beyond(browser, others = wide) {
  return browser.run((fonts) => {
    const page = document.documentElement;
    const widgets = [...document.querySelectorAll("plumbline-assessment")];
    const name = (e) => [e.localName, ...e.classList].join(".");
    const found = fonts.flatMap((font) => {
      for (const widget of widgets) widget.style.setProperty("--plumbline-font", font);
      const over = page.scrollWidth - page.clientWidth;
      if (over <= 0) return [];
      const all = widgets.flatMap((widget) => [...widget.shadowRoot.querySelectorAll(".widget *")]);
      const out = all.filter((e) => {
        const { left, right } = e.getBoundingClientRect();
        return left < 0 || right > page.clientWidth;
      });
      const innermost = out.filter((e) => !out.some((other) => e !== other && e.contains(other)));
      return `reflow: ${over} px are beyond the edge in ${font}: ${[...new Set(innermost.map(name))].join(" ")}`;
    });
    for (const widget of widgets) widget.style.removeProperty("--plumbline-font");
    return found;
  }, ["inherit", ...others]);
}

/** Shows the widget in a font. */
export function setFont(browser, font) {
  return browser.run((font) => document.querySelector("plumbline-assessment").style.setProperty("--plumbline-font", font), font);
}

/** Those of these fonts that this machine lacks. */
export function lacking(browser, fonts) {
  return browser.run((fonts) => {
    const context = document.createElement("canvas").getContext("2d");
    const width = (family) => {
      context.font = `40px ${family}`;
      return context.measureText("The quick brown fox jumps over the lazy dog").width;
    };
    // A font that is not there is drawn as the one after it.
    return fonts.filter((font) => ["monospace", "serif"].every((other) => width(`${font}, ${other}`) === width(other)));
  }, fonts);
}
