// A program that stops wherever it is entered.

/** The same module with `unreachable` as the body of every function, which is where a panic ends. */
export function panicking(module) {
  const bytes = new Uint8Array(module);
  let at = 8;
  const number = () => {
    for (let n = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      n |= (byte & 127) << shift;
      if (byte < 128) return n;
    }
  };
  const written = (n) => (n < 128 ? [n] : [(n % 128) | 128, ...written(Math.floor(n / 128))]);
  const parts = [bytes.slice(0, 8)];
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at++];
    const size = number();
    const end = at + size;
    if (kind === 10) {
      const count = number();
      // Its length, no local variables, `unreachable`, `end`.
      const bodies = Array.from({ length: count }, () => [3, 0, 0x00, 0x0b]).flat();
      const code = [...written(count), ...bodies];
      parts.push(Uint8Array.from([10, ...written(code.length), ...code]));
    } else {
      parts.push(bytes.slice(start, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}
