// Reloads the page when `cargo xtask serve` has built it anew, also after the server was started
// again, and says when a build failed: the page is then of the last one that did not.
const failed = document.createElement("pre");
failed.role = "alert";
let seen;
new EventSource("/__reload").onmessage = ({ data }) => {
  const [build, ...error] = data.split("\n");
  if (seen !== undefined && seen !== build) location.reload();
  seen = build;
  failed.textContent = error.join("\n");
  if (error.length) document.body.prepend(failed);
  else failed.remove();
};
