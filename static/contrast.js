// Colours that a page sets, and whether they can be read on each other.

/** Names in the console the colours of a page that cannot be read on each other (WCAG 2.2, 1.4.3). */
export function warn(element, inner) {
  const style = getComputedStyle(element);
  const set = (name) => style.getPropertyValue(`--plumbline-${name}`);
  const pairs = [["ink", "paper"], ["soft", "paper"], ["accent", "paper"], ["ink", "card"], ["on-accent", "accent"]];
  const ours = pairs.filter((pair) => pair.some(set));
  if (!ours.length || !globalThis.OffscreenCanvas) return;
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const probe = inner.appendChild(document.createElement("i"));
  const luminance = (name) => {
    probe.style.color = `var(--${name})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => (part / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  for (const pair of ours) {
    const [least, most] = pair.map(luminance).sort((a, b) => a - b);
    if (most / least < 4.5) console.warn(`Plumbline: ${pair.join(" on ")} has a contrast of ${(most / least).toFixed(1)}, less than 4.5`);
  }
  probe.remove();
}
