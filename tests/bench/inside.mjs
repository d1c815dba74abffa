// What runs in the page, before its own scripts. It is sent as text, so it refers to nothing here.

/**
 * `steps`: what is waited for, one after the other, as names and selectors; what has `click` is
 * clicked once it was painted. The times are in `bench.times`, in milliseconds of navigation.
 */
export function inside(steps) {
  const bench = (globalThis.bench = { roots: [document], times: {}, slow: [] });
  // Of all modules: the one that writes documents comes later.
  const memories = new Set();
  bench.memory = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const watch = { childList: true, subtree: true, attributes: true, characterData: true };
  const observers = new Set();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    bench.roots.push(root);
    for (const observer of observers) observer.observe(root, watch);
    return root;
  };

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      const { exports } = made.instance ?? made;
      // The build shortens the names of exports, so that only its kind tells which one it is.
      for (const made of Object.values(exports)) if (made instanceof WebAssembly.Memory) memories.add(made);
      return made;
    };
  }

  /** All elements of the page and its shadow roots. */
  bench.all = (selector) => bench.roots.flatMap((root) => [...root.querySelectorAll(selector)]);

  /** The end of the next frame: a message that a frame sends comes after it was painted. */
  bench.painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    });

  const onChange = (work) => {
    const observer = new MutationObserver(work);
    observers.add(observer);
    for (const root of bench.roots) observer.observe(root, watch);
    return () => {
      observer.disconnect();
      observers.delete(observer);
    };
  };

  /** Waits until an element is there and takes input. */
  bench.found = (selector) =>
    new Promise((done) => {
      let stop;
      const look = () => {
        const element = bench.all(selector).find((element) => !element.matches(":disabled"));
        if (!element) return false;
        stop?.();
        done(element);
        return true;
      };
      if (!look()) stop = onChange(look);
    });

  bench.arrived = (async () => {
    for (const { name, selector, click } of steps) {
      const element = await bench.found(selector);
      bench.times[name] = await bench.painted();
      if (click) element.click();
    }
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return { ...bench.times, paint: paint?.startTime };
  })();

  /**
   * From the next event of a type to the frames that follow: the first one, and the first one after
   * something in the page changed.
   */
  bench.next = (type, patience = 300) =>
    new Promise((done, failed) => {
      const never = setTimeout(() => failed(new Error(`no ${type} came`)), 60_000);
      const heard = (event) => {
        clearTimeout(never);
        const start = event.timeStamp;
        const first = bench.painted();
        const changed = new Promise((shown) => {
          const stop = onChange(() => {
            stop();
            shown(bench.painted());
          });
          setTimeout(() => {
            stop();
            shown(undefined);
          }, patience);
        });
        const since = (time) => (time === undefined ? undefined : time - start);
        Promise.all([first, changed]).then((times) => {
          const [frame, change] = times.map(since);
          done({ frame, change });
        });
      };
      addEventListener(type, heard, { capture: true, once: true });
    });

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries().filter((entry) => entry.interactionId)) {
      bench.slow.push({ id: entry.interactionId, name: entry.name, duration: entry.duration });
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

/** A fixed amount of work, in milliseconds: how fast the machine is just now. */
export function yardstick() {
  const start = performance.now();
  let sum = 0;
  for (let n = 0; n < 2e7; n += 1) sum = (sum * 31 + n) % 1000003;
  return sum < 0 ? 0 : performance.now() - start;
}
