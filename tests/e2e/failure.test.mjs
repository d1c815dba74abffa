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

const broken = [
  ["the wasm file is missing", /\.wasm$/, () => ({ status: 404, body: "Not found" })],
  ["the wasm file is not wasm", /\.wasm$/, () => ({ body: "<!doctype html><title>Login</title>" })],
  ["the words are missing", /en[^/]*\.json$/, () => ({ status: 404, body: "Not found" })],
  ["the questionnaire is missing", /controls[^/]*\.json$/, () => ({ status: 500, body: "Error" })],
];

for (const [what, file, change] of broken) {
  test(`${what}: the page says so`, async () => {
    here.host.spoil(file, change);
    const said = await complaint();
    assert.ok(said.length > 40, said);
  });
}

test("a policy without 'wasm-unsafe-eval': the page says so", async () => {
  here.host.spoil(/\.html$/, ({ headers }) => {
    const policy = headers["content-security-policy"];
    assert.match(policy, /'wasm-unsafe-eval'/);
    return { headers: { ...headers, "content-security-policy": policy.replace(" 'wasm-unsafe-eval'", "") } };
  });
  const said = await complaint();
  assert.match(said, /wasm-unsafe-eval|security policy/i);
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
