// What differs between the browsers: how each is started, and nothing else.
//
// PLUMBLINE_BROWSER         chromium, firefox or webkit (default chromium)
// PLUMBLINE_BROWSER_PATH    the browser; for WebKitGTK its MiniBrowser
// PLUMBLINE_DRIVER_PATH     its WebDriver server
// PLUMBLINE_LANGUAGE        the language of the browser itself, if not that of the machine; Chromium only

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kill, start } from "./processes.mjs";

export const engine = process.env.PLUMBLINE_BROWSER || "chromium";
export const chromium = engine === "chromium";
export const firefox = engine === "firefox";
export const webkit = engine === "webkit";

/** The language of the browser itself, if it is to have one. */
export const language = chromium && process.env.PLUMBLINE_LANGUAGE;

const binary = process.env.PLUMBLINE_BROWSER_PATH || undefined;

/** A new empty profile, and a folder for downloads in it; of a browser that is made for a place, such
    as `de-DE`, which decides how its date fields look. */
export function newProfile(place) {
  const home = mkdtempSync(join(tmpdir(), "plumbline-e2e-"));
  const downloads = join(home, "downloads");
  mkdirSync(downloads);
  return { home, downloads, place, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) };
}

const engines = {
  chromium: {
    driver: "chromedriver",
    args: (port) => [`--port=${port}`],
    environment: ({ place }) => (place ? { LC_ALL: `${place.replace("-", "_")}.UTF-8` } : {}),
    capabilities: ({ home, downloads, place }) => ({
      browserName: "chrome",
      "goog:loggingPrefs": { browser: "ALL" },
      "goog:chromeOptions": {
        binary,
        prefs: { "download.default_directory": downloads, "download.prompt_for_download": false },
        args: [
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1280,1000",
          `--user-data-dir=${join(home, "profile")}`,
          ...(place ? [`--lang=${place}`] : []),
        ],
      },
    }),
  },
  firefox: {
    driver: "geckodriver",
    args: (port) => ["--port", port, "--allow-hosts", "127.0.0.1", "localhost"],
    capabilities: ({ home, downloads, place }) => {
      const profile = join(home, "profile");
      mkdirSync(profile, { recursive: true });
      return {
        browserName: "firefox",
        "moz:firefoxOptions": {
          binary,
          args: ["-headless", "--width=1280", "--height=1000", "-profile", profile],
          prefs: {
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.alwaysOpenPanel": false,
            "browser.helperApps.neverAsk.saveToDisk":
              "text/html,text/csv,text/markdown,text/plain,application/json,application/octet-stream",
            ...(place && { "intl.locale.requested": place, "intl.accept_languages": place }),
            // Tab moves to everything that can be clicked on all platforms.
            "accessibility.tabfocus": 7,
            // Leaving with unsaved work is asked for even in a tab without a click.
            "dom.require_user_interaction_for_beforeunload": false,
          },
        },
      };
    },
  },
  webkit: {
    driver: "WebKitWebDriver",
    args: (port) => [`--port=${port}`],
    // WebKitGTK takes the folder for downloads from the desktop's configuration.
    environment: ({ home, downloads }) => {
      writeFileSync(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
      return { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
    },
    capabilities: () => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary, args: ["--automation"] },
    }),
  },
};

if (!engines[engine]) throw new Error(`PLUMBLINE_BROWSER is ${engine}: it must be one of ${Object.keys(engines)}`);

// Where a machine has no locale set, Chromium gives no file a name beyond ASCII.
const locale = { LC_ALL: "C.UTF-8" };

/** What to start, and what to ask it for. */
export function setup(port, profile) {
  const { driver, args, environment, capabilities } = engines[engine];
  return {
    program: process.env.PLUMBLINE_DRIVER_PATH || driver,
    args: args(port).map(String),
    environment: { ...locale, ...environment?.(profile) },
    capabilities: capabilities(profile),
  };
}

/** A screen for a browser that cannot do without: WebKitGTK has no headless mode. */
export async function screen() {
  if (!webkit || process.env.DISPLAY) return { environment: {}, close() {} };
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", () => reject(new Error("Xvfb ended before it had a display")));
    server.stdio[3].once("data", (data) => resolve(String(data).trim()));
  });
  return {
    environment: { DISPLAY: `:${number}`, GDK_BACKEND: "x11", WAYLAND_DISPLAY: "" },
    close() {
      // Its lock file goes when it may end by itself.
      try {
        process.kill(server.pid, "SIGTERM");
      } catch {
        kill(server);
      }
    },
  };
}
