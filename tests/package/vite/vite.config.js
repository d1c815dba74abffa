export default {
  build: {
    // Vite puts small files into the script as data: addresses. A policy with `connect-src 'self'`
    // forbids to fetch those.
    assetsInlineLimit: (file) => (file.includes("plumbline-assessment") ? false : undefined),
  },
  // For the development server, which otherwise moves the script away from its files.
  optimizeDeps: { exclude: ["plumbline-assessment"] },
};
