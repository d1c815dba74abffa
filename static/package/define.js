// Makes <plumbline-assessment> known to the page.
import { define, PlumblineAssessment } from "./index.js";

define();

export { PlumblineAssessment };
