// Larger questionnaires, made from the default one.
//
// Each keeps its sections and gets more items: new identifiers, new names and new texts of the same
// length and of the same words. Mere copies would shrink to nothing when they are compressed.

/** Numbers from 0 to 1, the same ones each time. */
function numbers() {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Makes texts in which each pair of words also follows on each other in the texts it was given. */
function speaker(texts, random) {
  const follows = new Map();
  for (const words of texts.map((text) => text.split(" "))) {
    for (let n = 0; n + 2 < words.length; n += 1) {
      const pair = `${words[n]} ${words[n + 1]}`;
      follows.set(pair, [...(follows.get(pair) ?? []), words[n + 2]]);
    }
  }
  const pick = (list) => list[Math.floor(random() * list.length)];
  return () => {
    const words = pick(texts).split(" ").slice(0, 2);
    // Some pairs go in a circle.
    while (words.length < 60) {
      const next = follows.get(words.slice(-2).join(" "));
      if (!next) break;
      words.push(pick(next));
    }
    return words.join(" ");
  };
}

/** What both tools show of an item. */
const SHOWN = ["id", "name", "question", "why", "levels", "needs", "quick", "weight", "effort"];

/** The default pack with so many items. The larger ones hold what both tools show: lists, guidance
    and words, which only ours has, would be measured on one side alone. */
export function enlarge(original, count) {
  if (count <= original.sections.flatMap((section) => section.items).length) return original;
  const pack = { ...original, documents: [], metrics: [], glossary: [], titles: {} };
  pack.sections = original.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => Object.fromEntries(SHOWN.filter((key) => key in item).map((key) => [key, item[key]]))),
  }));
  const all = pack.sections.flatMap((section) => section.items);
  const random = numbers();
  const speak = (field) => speaker(all.map((item) => item[field]).filter(Boolean), random);
  const [name, question, why] = ["name", "question", "why"].map(speak);
  const level = speaker(all.flatMap((item) => item.levels), random);
  const copy = (item, n) => ({
    ...item,
    id: `${item.id}-${n}`,
    name: `${name()} (${n})`,
    question: question(),
    why: why(),
    levels: item.levels.map(() => level()),
    needs: (item.needs ?? []).map((id) => `${id}-${n}`),
    quick: false,
  });
  const sections = pack.sections.map((section) => ({ ...section, items: [...section.items] }));
  let left = count - all.length;
  for (let n = 2; left > 0; n += 1) {
    const made = new Set(all.slice(0, left).map((item) => `${item.id}-${n}`));
    pack.sections.forEach((section, at) => {
      const copies = section.items.map((item) => copy(item, n)).filter((item) => made.has(item.id));
      for (const item of copies) item.needs = item.needs.filter((id) => made.has(id));
      sections[at].items.push(...copies);
    });
    left -= made.size;
  }
  return { ...pack, id: `${pack.id}-${count}`, sections };
}
