// A browser under control: WebDriver, and the few things that WebDriver has no words for.

import { mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import { chromium, language, newProfile, screen, setup } from "./engine.mjs";
import { freePort, kill, start, until } from "./processes.mjs";

/** Starts a browser, with a new profile unless one is given. */
export async function open(profile = newProfile()) {
  const port = await freePort();
  const display = await screen();
  const { program, args, environment, capabilities } = setup(port, profile);
  const child = start(program, args, { env: { ...process.env, ...environment, ...display.environment } });
  const failed = new Promise((_, reject) => child.on("error", reject));
  const address = `http://127.0.0.1:${port}`;
  try {
    const answers = async () => (await fetch(`${address}/status`)).ok;
    await Promise.race([until(`${program} to answer`, answers), failed]);
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 });
    const session = (await driver.getSession()).getId();
    const browser = new Browser(driver, { profile, child, display, session: `${address}/session/${session}` });
    if (language) await browser.cdp("Emulation.setLocaleOverride", { locale: language });
    return browser;
  } catch (error) {
    kill(child);
    display.close();
    throw error;
  }
}

export class Browser {
  constructor(driver, parts) {
    Object.assign(this, parts, { driver });
  }

  /** Calls a function in the page. */
  run(script, ...args) {
    return this.driver.executeScript(`return (${script}).apply(null, arguments)`, ...args);
  }

  go(address) {
    return this.driver.get(address);
  }

  reload() {
    return this.driver.navigate().refresh();
  }

  /** Presses keys, wherever the focus is. */
  async press(...keys) {
    const actions = this.driver.actions();
    for (const key of keys) actions.sendKeys(key);
    await actions.perform();
  }

  /** Presses a key while others are held. */
  async chord(...keys) {
    const held = keys.slice(0, -1);
    const actions = this.driver.actions();
    held.forEach((key) => actions.keyDown(key));
    actions.sendKeys(keys.at(-1));
    held.toReversed().forEach((key) => actions.keyUp(key));
    await actions.perform();
  }

  /** Makes the page so wide, in CSS pixels. */
  async resize(width, height = 1000) {
    if (chromium) {
      return this.cdp("Emulation.setDeviceMetricsOverride", {
        width, height, deviceScaleFactor: 1, mobile: false, // prettier-ignore
      });
    }
    // The window has a frame, whose size only the window itself knows.
    await this.driver.manage().window().setRect({ width, height });
    const got = await this.run(() => [innerWidth, outerWidth]);
    const frame = got[1] - got[0];
    if (frame) await this.driver.manage().window().setRect({ width: width + frame, height });
  }

  /** Pretends what the reader prefers; only Chromium can be asked that. */
  prefer(features) {
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    return this.cdp("Emulation.setEmulatedMedia", { features: list });
  }

  /** A command of the Chrome DevTools Protocol. */
  async cdp(cmd, params = {}) {
    const body = JSON.stringify({ cmd, params });
    const answer = await fetch(`${this.session}/goog/cdp/execute`, { method: "POST", body });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${cmd}: ${value.message}`);
    return value;
  }

  async screenshot(file) {
    writeFileSync(file, Buffer.from(await this.driver.takeScreenshot(), "base64"));
  }

  /** Does something that downloads a file; gives its name, its text and where it lies. */
  async download(act) {
    const { downloads, home } = this.profile;
    await act();
    const unfinished = /\.(crdownload|part|wkdownload)$|^\./;
    const name = await until("a download", () => {
      const names = readdirSync(downloads);
      if (names.some((name) => unfinished.test(name))) return undefined;
      return names.find((name) => statSync(join(downloads, name)).size > 0);
    });
    // Out of the way of the next one, which may have the same name.
    const path = join(mkdtempSync(join(home, "taken-")), name);
    renameSync(join(downloads, name), path);
    return { name, path, text: readFileSync(path, "utf8") };
  }

  /** Ends the browser as a power cut would: it gets no time to write anything. */
  crash() {
    kill(this.child);
    this.display.close();
  }

  /** Ends the browser, and throws its profile away. */
  async close({ keep = false } = {}) {
    const patience = new Promise((resolve) => setTimeout(resolve, 3000).unref());
    await Promise.race([this.driver.quit().catch(() => {}), patience]);
    this.crash();
    if (!keep) this.profile.remove();
  }
}
