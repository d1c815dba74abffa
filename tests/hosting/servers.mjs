// Web servers as Debian packages them, each with a recipe of docs/hosting/ and around it as little
// as it needs. The sites around are of the kind that shows its start page where a file is missing.

import { existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { freePort, kill, start, until } from "../e2e/harness/processes.mjs";
import { account, makeSite } from "./site.mjs";

const recipes = new URL("../../docs/hosting/", import.meta.url);
const find = (program) =>
  [...process.env.PATH.split(delimiter), "/usr/sbin"].map((folder) => join(folder, program)).find(existsSync);

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE = "/usr/lib/apache2/modules";
const MODULES = ["mpm_event", "authz_core", "autoindex", "dir", "headers", "mime", "negotiation", "rewrite"];

export const SERVERS = [
  {
    name: "nginx",
    program: "nginx",
    needs: [BROTLI],
    recipe: "nginx.conf",
    args: (config) => ["-c", config, "-e", "stderr"],
    config: ({ folder, root, recipe, port }) => `
      load_module ${BROTLI};
      daemon off;
      pid ${folder}/nginx.pid;
      events {}
      http {
        access_log off;
        include /etc/nginx/mime.types;
        ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n")}
        server {
          listen 127.0.0.1:${port};
          root ${root};
          autoindex on;
          include ${recipe};
          location / { try_files $uri /index.html; }
        }
      }`,
  },
  {
    name: "Apache",
    program: "apache2",
    needs: [APACHE],
    recipe: "apache.conf",
    args: (config) => ["-f", config, "-D", "FOREGROUND"],
    config: (place) => apache(place, "AllowOverride None", `Include ${place.recipe}`),
  },
  {
    name: "Apache, by .htaccess",
    program: "apache2",
    needs: [APACHE],
    recipe: "apache.conf",
    args: (config) => ["-f", config, "-D", "FOREGROUND"],
    config: (place) => apache(place, "AllowOverride All", ""),
  },
  {
    name: "Caddy",
    program: "caddy",
    needs: [],
    recipe: "Caddyfile",
    args: (config) => ["run", "--config", config, "--adapter", "caddyfile"],
    config: ({ root, recipe, port }) => `{
        admin off
        auto_https off
      }
      http://127.0.0.1:${port} {
        bind 127.0.0.1
        root * ${root}
        import ${recipe}
        handle {
          try_files {path} /index.html
          file_server
        }
      }`,
  },
];

function apache({ folder, root, port }, override, recipe) {
  // Types as they stand on older systems, which the recipe has to set right.
  writeFileSync(join(folder, "types"), "application/x-javascript js\napplication/gzip gz\n");
  return `
    ServerName 127.0.0.1
    ServerRoot ${folder}
    DefaultRuntimeDir ${folder}
    PidFile ${folder}/apache.pid
    ErrorLog ${folder}/apache.log
    Listen 127.0.0.1:${port}
    ${MODULES.map((name) => `LoadModule ${name}_module ${APACHE}/mod_${name}.so`).join("\n")}
    TypesConfig ${folder}/types
    DocumentRoot ${root}
    <Directory ${root}>
      Options Indexes
      FallbackResource /index.html
    </Directory>
    <Directory ${root}/plumbline>
      ${override}
      ${recipe}
    </Directory>`;
}

/** What of a server is not on this machine. */
export function missing({ program, needs }) {
  return [find(program) ? [] : program, needs.filter((file) => !existsSync(file))].flat();
}

/** Starts one for an unprivileged user at a free port, in a folder of its own. */
export async function run(server) {
  const recipe = readFileSync(new URL(server.recipe, recipes), "utf8");
  const site = makeSite(recipe);
  const port = await freePort();
  const place = { ...site, port, recipe: join(site.folder, server.recipe) };
  // A copy: that user may not be able to read the original.
  writeFileSync(place.recipe, recipe);
  const config = join(site.folder, "server.conf");
  writeFileSync(config, server.config(place));
  const log = join(site.folder, "log");
  const output = openSync(log, "w");
  const env = { ...process.env, HOME: site.folder, XDG_CONFIG_HOME: site.folder, XDG_DATA_HOME: site.folder };
  const child = start(find(server.program), server.args(config), { ...account, env, cwd: site.folder, stdio: ["ignore", output, output] });
  const close = () => {
    kill(child);
    site.remove();
  };
  try {
    await until(`${server.name} to answer`, () => {
      if (child.exitCode !== null) return true;
      return fetch(`http://127.0.0.1:${port}/`).then(({ ok }) => ok);
    });
    if (child.exitCode !== null) throw new Error(`${server.name} ended with ${child.exitCode}:\n${readFileSync(log, "utf8")}`);
  } catch (error) {
    close();
    throw error;
  }
  return { port, close };
}
