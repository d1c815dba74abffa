// A browser whose owner has switched all storage off.
const refuse = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};
for (const name of ["indexedDB", "localStorage", "sessionStorage", "caches"]) {
  Object.defineProperty(window, name, { get: refuse });
}
