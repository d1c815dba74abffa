// Notes what goes wrong on a page. Each page of the tests gets it as its first script.
window.seen = [];
document.addEventListener("securitypolicyviolation", (event) => {
  seen.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
addEventListener("error", (event) => seen.push(`error: ${event.message ?? event.target?.src}`), true);
addEventListener("unhandledrejection", (event) => seen.push(`rejection: ${event.reason}`));
for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...what) => {
    seen.push(`console.${level}: ${what.join(" ")}`);
    original.apply(console, what);
  };
}
