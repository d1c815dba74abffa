import type { DefineComponent } from "vue";
import type { PlumblineAttributes, PlumblineEventMap } from "./index.js";

export { PlumblineAssessment } from "./index.js";

/** What a template may give the element. */
export interface PlumblineAssessmentProps extends PlumblineAttributes {
  onPlumblineReady?: (event: PlumblineEventMap["plumbline-ready"]) => void;
  onPlumblineError?: (event: PlumblineEventMap["plumbline-error"]) => void;
}

declare module "vue" {
  interface GlobalComponents {
    "plumbline-assessment": DefineComponent<PlumblineAssessmentProps>;
  }
}
