// Packs dist/npm as it would be published, and unpacks it where the hosts look for packages.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const source = fileURLToPath(new URL("../../../dist/npm", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "plumbline-package-"));
try {
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: source, encoding: "utf8" });
  const [{ filename, size, unpackedSize, entryCount }] = Object.values(JSON.parse(packed));
  console.log(`${filename}: ${entryCount} files, ${size} bytes, ${unpackedSize} unpacked`);
  for (const modules of ["node_modules", "react18/node_modules"]) {
    const target = join(here, modules, "plumbline-assessment");
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", join(folder, filename), "--strip-components=1", "-C", target]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
