// Starts programs and makes sure that none of them, nor anything they started, outlives a test file.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

const running = new Set();

/** A program in a process group of its own. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { stdio: "ignore", ...options, detached: true });
  child.on("error", () => running.delete(child));
  running.add(child);
  return child;
}

/** Ends a program and all that it started, at once: nothing gets the time to write anything more. */
export function kill(child) {
  running.delete(child);
  if (!child?.pid) return;
  // A browser may leave the process group of its driver, but not its family.
  for (const pid of [...descendants(child.pid), child.pid]) signal(pid);
  signal(-child.pid);
}

function signal(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** All processes that a process started, directly or not. */
function descendants(pid) {
  const children = new Map();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(entry);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const found = [];
  const visit = (parent) => {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      visit(child);
    }
  };
  visit(pid);
  return found;
}

function parentOf(pid) {
  try {
    // "pid (name) state parent ...": the name may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until `ready` gives something; says what it waited for when it never does. */
export async function until(what, ready, { seconds = 10 } = {}) {
  const end = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      const found = await ready();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

process.on("exit", () => running.forEach(kill));
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => process.exit(1));
