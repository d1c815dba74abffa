// Reloads the page when `cargo xtask serve` has built it anew. The first message says which build
// this page is of, also after the server was started again.
let seen;
new EventSource("/__reload").onmessage = ({ data }) => {
  if (seen !== undefined && seen !== data) location.reload();
  seen = data;
};
