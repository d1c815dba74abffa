// What a visitor sees when the widget cannot run, or cannot save.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { page } from "./harness/pages.mjs";
import { quick } from "./harness/pack.mjs";
import { until } from "./harness/processes.mjs";
import { nothingWrong, session } from "./harness/session.mjs";
import { say } from "./harness/words.mjs";

const here = session();
const loading = "The questionnaire is loading.";

afterEach(() => here.host.mend());

/** What can be read on the page, in the widget or in its place. */
const visible = () =>
  here.browser.run(() => {
    const shown = (node) =>
      node.nodeType === Node.TEXT_NODE
        ? node.data
        : node.checkVisibility?.() === false || /^(script|style)$/.test(node.localName)
          ? ""
          : [...(node.shadowRoot ?? node.assignedNodes?.() ?? node).childNodes ?? node.assignedNodes()].map(shown).join(" ");
    return shown(document.body).replace(/\s+/g, " ").trim();
  });

/** Shows a page and waits until it says something that it did not say without scripts. */
async function complaint() {
  const { browser, host } = here;
  host.put("/static.html", page());
  await browser.go(host.url("/static.html"));
  let said = "";
  await until("the page to say what is wrong", async () => {
    said = (await visible()).replace(/^A page/, "").trim();
    return said && said.replaceAll(loading, "").trim().length > 20;
  });
  assert.equal(await here.widget.has(".widget [data-focus]"), false, "the widget does not stand there");
  return said;
}

const missing = () => ({ status: 404, body: "Not found" });
/** What many servers answer where a file is missing. */
const another = ({ headers }) => ({ headers: { ...headers, "content-type": "text/html" }, body: "<!doctype html><title>Our shop</title>" });
const cut = ({ body }) => ({ body: body.subarray(0, body.length / 2) });

const broken = [
  ["the program", /bg[^/]*\.wasm$/],
  ["the style", /plumbline[^/]*\.css$/],
  ["the words", /en[^/]*\.json$/],
  ["the first questions", /controls\.first[^/]*\.json$/],
].flatMap(([what, file]) => [
  [`${what}: missing`, file, missing, /could not be loaded/],
  [`${what}: another page in its place`, file, another, /answers with another page/],
]);
broken.push(["the program: half of it", /bg[^/]*\.wasm$/, cut, /could not be loaded/]);
broken.push(["the first questions: an error of the server", /controls\.first[^/]*\.json$/, () => ({ status: 500, body: "Error" }), /could not be loaded/]);

for (const [what, file, change, expected] of broken) {
  test(`${what}: it says so, and tries again in its place`, async () => {
    const { browser, host, widget } = here;
    host.spoil(file, change);
    assert.match(await complaint(), expected);
    await browser.run(() => (window.same = true));
    host.mend();
    await widget.click(".failure button");
    await widget.ready();
    assert.equal(await browser.run(() => window.same), true, "the page was not loaded again");
  });
}

test("an error of the page itself is not taken for ours", async () => {
  const { browser, widget } = here;
  await here.first();
  await browser.run(() => {
    const fail = () => { throw new RangeError("of the page"); };
    setTimeout(fail);
    Promise.reject(new RangeError("of the page"));
    setTimeout(() => new WebAssembly.Module(new Uint8Array(3)));
  });
  await new Promise((done) => setTimeout(done, 300));
  assert.equal(await widget.has(".failure"), false);
  assert.equal(await widget.heading(), say("start.title"));
});

test("what comes later is asked for after pauses that grow", async () => {
  const { host, widget } = here;
  host.spoil(/controls-[^/]*\.json$/, missing);
  host.requests.length = 0;
  await here.visit();
  const asked = () => host.requests.filter((path) => /controls-[^/]*\.json$/.test(path)).length;
  await new Promise((done) => setTimeout(done, 11_000));
  // At once, after 3 and after 9 seconds.
  assert.equal(await asked() <= 3, true, `${asked()} times`);
  host.mend();
  await until("the rest", async () => asked() > 3, { seconds: 20 });
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "2");
  await widget.saved();
});

test("a policy without 'wasm-unsafe-eval': the page says so", async () => {
  here.host.spoil(/\.html$/, ({ headers }) => {
    const policy = headers["content-security-policy"];
    assert.match(policy, /'wasm-unsafe-eval'/);
    return { headers: { ...headers, "content-security-policy": policy.replace(" 'wasm-unsafe-eval'", "") } };
  });
  const said = await complaint();
  assert.match(said, /wasm-unsafe-eval|security policy/i);
});

test("a policy that forbids to fetch: the page says what its owner has to allow", async () => {
  here.host.spoil(/\.html$/, ({ headers }) => {
    const policy = headers["content-security-policy"].replace(/connect-src [^;]*/, "connect-src 'none'");
    return { headers: { ...headers, "content-security-policy": policy } };
  });
  assert.match(await complaint(), /connect-src/);
});

test("a wasm file of the wrong type works all the same", async () => {
  here.host.spoil(/\.wasm$/, ({ headers }) => ({ headers: { ...headers, "content-type": "text/plain" } }));
  await here.first();
  await here.widget.press("start.quick.begin");
  await here.widget.answer(quick[0].id, "2");
  await here.widget.saved();
});

test("without storage, the widget says that nothing is saved, and works", async () => {
  const { browser, host, widget } = here;
  await browser.go(host.url("/pages/blocked.html"));
  await widget.ready();
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "3");
  await widget.reads(say("saving.failed"));
  await widget.reads(say("failure.blocked"));
  const { text } = await browser.download(() => widget.press("saving.download"));
  assert.equal(JSON.parse(text).answers[quick[0].id].level, 3);
  assert.deepEqual(await browser.run(() => seen.filter((line) => /^(policy|error|rejection)/.test(line))), []);
});

test("storage that answers late is used all the same", async () => {
  const { browser, host, widget } = here;
  await here.forget();
  await browser.go(host.url("/pages/late.html"));
  await widget.ready();
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "3");
  await until("everything to be saved", () => widget.has(".saving.done"), { seconds: 15 });
});

/** Whether the page would ask before it goes. */
const asks = () => here.browser.run(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("leaving with answers that are not saved asks first; leaving with saved ones does not", async () => {
  const { browser, host, widget } = here;
  await browser.go(host.url("/pages/blocked.html"));
  await widget.ready();
  assert.equal(await asks(), false, "nothing was entered yet");
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "3");
  await widget.reads(say("saving.failed"));
  assert.equal(await asks(), true);

  await here.first();
  await widget.press("start.quick.begin");
  await widget.answer(quick[0].id, "3");
  await widget.saved();
  await until("the page to let go", async () => !(await asks()));
  await nothingWrong(browser);
});
