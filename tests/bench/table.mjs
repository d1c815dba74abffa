// The figures as a table, beside the aims.

const KB = (bytes) => bytes === undefined ? "" : `${(bytes / 1000).toFixed(1)} KB`;
const MB = (bytes) => bytes === undefined ? "" : `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (time) => time === undefined ? "" : `${Math.round(time)} ms`;
const number = (value) => value === undefined ? "" : String(value);

/** An aim for what we measure, given the other's figure. */
const most = (limit, say) => (value) => ({ met: value <= limit, say });
const third = (value, other) => ({ met: other === undefined || value * 3 <= other, say: "1/3" });

const TYPES = ["wasm", "js", "css", "json", "html", "svg"];

const ROWS = [
  ["until the first question", "load", [
    ["bytes", KB, ({ bytes }) => bytes.all, most(120_000, "120 KB")],
    ...TYPES.map((type) => [`  ${type}`, KB, ({ bytes }) => bytes[type]]),
    ["requests", number, ({ requests }) => requests],
    ["first contentful paint", ms, ({ times }) => times.paint],
    ["the button to begin can be clicked", ms, ({ times }) => times.button],
    ["the first question can be answered", ms, ({ times }) => times.question, third],
  ]],
  ["answering", "answers", [
    ["click to the frame that shows it, p50", ms, ({ click }) => click.p50],
    ["  p90", ms, ({ click }) => click.p90],
    ["  p98", ms, ({ click }) => click.p98, most(50, "50 ms")],
    ["  max", ms, ({ click }) => click.max],
    ["the same by Event Timing, p98", ms, ({ interaction }) => interaction.p98],
    ["all work of an answer, p50", ms, ({ work }) => work?.p50],
    ["  p98", ms, ({ work }) => work?.p98, most(50, "50 ms")],
    ["to the next page, p50", ms, ({ turn }) => turn.p50],
    ["  p98", ms, ({ turn }) => turn.p98],
    ["a key in a note, p50", ms, ({ key }) => key.p50],
    ["  p98", ms, ({ key }) => key.p98],
  ]],
  ["memory", "answers", [
    ["script, after loading", MB, ({ memory }) => memory.before.script],
    ["  after answering", MB, ({ memory }) => memory.after.script],
    ["wasm, after loading", MB, ({ memory }) => memory.before.wasm],
    ["  after answering", MB, ({ memory }) => memory.after.wasm],
    ["process, after loading", MB, ({ memory }) => memory.before.process],
    ["  after answering", MB, ({ memory }) => memory.after.process],
  ]],
];

const COLUMNS = [40, 12, 12, 8, 10, 8];
const line = (...cells) => cells.map((cell, n) => (n ? cell.padStart(COLUMNS[n]) : cell.padEnd(COLUMNS[n]))).join("").trimEnd();

function row([label, show, read, aim], ours, other) {
  const value = (figures) => (figures && !figures.late ? read(figures) : undefined);
  const shown = (figures) => (figures?.late ? "> 120 s" : show(value(figures)));
  const [mine, theirs] = [value(ours), value(other)];
  if (mine === undefined && theirs === undefined) return [];
  const ratio = mine && theirs ? (mine / theirs).toFixed(2) : "";
  const judged = aim && mine !== undefined ? aim(mine, theirs) : undefined;
  return [line(label, shown(ours), shown(other), ratio, judged?.say ?? "", judged ? (judged.met ? "met" : "NOT MET") : "")];
}

/** The table of one size. */
export function table(size, ours, other) {
  const lines = [line(`${size} items`, "Plumbline", "SurveyJS", "ratio", "aim", "")];
  for (const [title, part, rows] of ROWS) {
    const found = rows.flatMap((each) => row(each, ours[part], other[part]));
    if (found.length) lines.push("", title, ...found);
  }
  return `${lines.join("\n")}\n`;
}

/** What is fetched, in order, as a picture: `.` waits for the answer, `#` receives. */
export function order(requests) {
  const end = Math.max(...requests.map(({ done }) => done));
  const at = (time) => Math.round((time / end) * 60);
  return requests.map(({ name, bytes, sent, answered = sent, done }) => {
    const wait = ".".repeat(Math.max(0, at(answered) - at(sent)));
    const bar = " ".repeat(at(sent)) + wait + "#".repeat(Math.max(1, at(done) - at(answered)));
    return `${name.padEnd(34)}${KB(bytes).padStart(9)}${ms(sent).padStart(9)}${ms(done).padStart(9)}  ${bar}`;
  }).join("\n");
}
