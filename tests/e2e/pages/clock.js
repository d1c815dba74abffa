// The clock of a page under test: it runs as the real one does, but so many milliseconds ahead. A
// test that writes another number to the attribute moves it, as a device does that was asleep.
{
  const real = Date.now;
  const script = document.currentScript;
  Date.now = () => real() + Number(script.dataset.ahead);
  window.Date = new Proxy(Date, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [Date.now()], made),
    apply: () => String(new Date()),
  });
}
