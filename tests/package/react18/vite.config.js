import shared from "../react/vite.config.js";

// The page itself is in the other folder, which has React 19.
export default { ...shared, resolve: { dedupe: ["react", "react-dom"] } };
