// The test of the killed browser, many times over.

process.env.PLUMBLINE_SOAK_KILLS ??= "50";
await import("../crash.test.mjs");
