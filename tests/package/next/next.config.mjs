// Nothing is needed for the assessment: Next finds its files by itself.
export default { output: "export", distDir: "dist" };
