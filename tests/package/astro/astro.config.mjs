import vite from "../vite/vite.config.js";

// Astro builds with Vite, and wants the same of it.
export default { vite };
