import resolve from "@rollup/plugin-node-resolve";
import { importMetaAssets } from "@web/rollup-plugin-import-meta-assets";

export default {
  input: "main.js",
  // The second finds the files of the assessment, as it does everything written like
  // `new URL("./file", import.meta.url)`.
  plugins: [resolve(), importMetaAssets()],
  output: { dir: "dist" },
};
