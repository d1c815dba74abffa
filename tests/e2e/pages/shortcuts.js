// Single keys as documentation sites have them. The guards are those that such pages have: some
// look at the target of the event, some have none at all.
window.fired = [];
for (const kind of ["keydown", "keypress", "keyup"]) {
  document.addEventListener(kind, (event) => {
    fired.push(`${kind} ${event.key}`);
    if (["s", "/", "f", " "].includes(event.key)) event.preventDefault();
  });
}
