export { PlumblineAssessment } from "./index.js";
