import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { PlumblineAssessment as PlumblineElement, PlumblineAttributes, PlumblineEventMap } from "./index.js";

export interface PlumblineAssessmentProps
  extends PlumblineAttributes,
    Omit<HTMLAttributes<PlumblineElement>, "onError" | keyof PlumblineAttributes> {
  /** The assessment can be used. */
  onReady?: (event: PlumblineEventMap["plumbline-ready"]) => void;
  /** It could not be shown, or broke. */
  onError?: (event: PlumblineEventMap["plumbline-error"]) => void;
}

/** The element with its events as properties; children are shown until it can be used. */
export const PlumblineAssessment: ForwardRefExoticComponent<PlumblineAssessmentProps & RefAttributes<PlumblineElement>>;

// For those who write the tag itself.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "plumbline-assessment": DetailedHTMLProps<HTMLAttributes<PlumblineElement>, PlumblineElement> &
        PlumblineAttributes & { class?: string };
    }
  }
}
