// The clock of a page under test: it runs as the real one does, but so many milliseconds ahead.
{
  const real = Date.now;
  const ahead = Number(document.currentScript.dataset.ahead);
  Date.now = () => real() + ahead;
  window.Date = new Proxy(Date, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [Date.now()], made),
    apply: () => String(new Date()),
  });
}
