// What frame.html does beside showing the widget: it takes attributes from its address, and tells
// the page around it how high the widget is, so that the frame can be as high.
//
// Only a height goes out, to the one origin that the address names as `parent`. Nothing comes in.

const LEAST = 200;
const MOST = 20000;
/** Heights that differ by no more than this are the same. */
const SLACK = 2;
/** How often a height is told again to a page whose script is not there yet, and after how long. */
const AGAIN = [500, 1000, 2000, 4000];

const asked = new URLSearchParams(location.search);
const element = document.querySelector("plumbline-assessment");

for (const name of ["lang", "theme", "start"]) {
  if (asked.has(name)) element.setAttribute(name, asked.get(name));
}
if (asked.has("lang")) document.documentElement.lang = asked.get("lang");
// Whoever makes a link decides what it asks for, so only the owner's list counts.
const allowed = document.querySelector('meta[name="plumbline-questionnaires"]').content.split(/\s+/);
const wanted = asked.get("questionnaire");
if (wanted && allowed.includes(wanted)) element.setAttribute("questionnaire", wanted);

/** The text if it is an origin and nothing more, such as a scheme, a host and a port. */
function origin(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.origin === text ? text : undefined;
  } catch {
    return undefined;
  }
}

const to = asked.has("parent") ? origin(asked.get("parent")) : undefined;
if (to && window.parent !== window) follow(to);
else if (asked.has("parent")) console.warn("Plumbline: ?parent= needs the origin of the page around this frame, without a path");

function follow(to) {
  const root = document.documentElement;
  let [height, told, drawing, tries] = [0, 0, false, 0];
  let soon;
  const within = () => Math.min(Math.max(Math.ceil(height), LEAST), MOST);
  const followed = () => root.classList.contains("follows");

  const tell = () => {
    told = within();
    window.parent.postMessage({ plumbline: "height", height: told }, to);
    clearTimeout(soon);
    if (!followed() && tries < AGAIN.length) soon = setTimeout(() => followed() || tell(), AGAIN[tries++]);
  };

  // The height of the widget and not of the page: that is never less than the frame's.
  const resized = new ResizeObserver(([entry]) => {
    height = entry.borderBoxSize[0].blockSize;
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      if (Math.abs(within() - told) > SLACK) tell();
      scrolls();
    });
  });
  // While it loads the frame stays as it is: it would shrink, and grow again a moment later.
  for (const name of ["ready", "error"]) {
    element.addEventListener(`plumbline-${name}`, () => resized.observe(element), { once: true });
  }

  /** Until the frame gets the height that was told it scrolls, and beyond the highest one too. */
  function scrolls() {
    if (height > MOST) root.classList.remove("follows");
    else if (told && Math.abs(innerHeight - told) <= SLACK) root.classList.add("follows");
  }
  addEventListener("resize", scrolls);
}
