// For pages that take no script with type="module": adds the one beside this file, and lets the
// browser check it. That one checks all that it fetches.
(() => {
  const here = document.currentScript;
  const script = document.createElement("script");
  // Where the page requires trusted types, it has to allow a policy of this name.
  const policy = globalThis.trustedTypes?.createPolicy("plumbline", { createScriptURL: (address) => address });
  const address = new URL(__SCRIPT__, here.src).href;
  script.type = "module";
  script.crossOrigin = "anonymous";
  script.integrity = __INTEGRITY__;
  script.nonce = here.nonce;
  script.src = policy?.createScriptURL(address) ?? address;
  // The elements keep what the page put into them: there is nobody else to say what went wrong.
  script.onerror = () => {
    console.warn("Plumbline: not loaded, or not the file that loader.js was made for:", address);
    const detail = { code: "load", address, retry: false };
    for (const element of document.querySelectorAll("plumbline-assessment")) {
      element.dispatchEvent(new CustomEvent("plumbline-error", { bubbles: true, composed: true, detail }));
    }
  };
  document.head.append(script);
})();
