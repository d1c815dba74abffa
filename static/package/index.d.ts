/** Why an assessment is not shown; `docs/embedding.md` has what to do about each. */
export type PlumblineErrorCode = "load" | "page" | "connect" | "file" | "csp" | "old" | "pack" | "broken";

/** The detail of `plumbline-error`. Nothing in it comes from what a visitor typed. */
export interface PlumblineErrorDetail {
  code: PlumblineErrorCode;
  /** The file that did not come, or nothing. */
  address: string;
  /** Whether `retry()` may help. */
  retry: boolean;
}

/** The events, which bubble and leave shadow roots. */
export interface PlumblineEventMap {
  /** The assessment can be used. */
  "plumbline-ready": CustomEvent<null>;
  /** It could not be shown, or broke. */
  "plumbline-error": CustomEvent<PlumblineErrorDetail>;
}

/** The attributes as a template writes them. */
export interface PlumblineAttributes {
  /** The address of another questionnaire. */
  questionnaire?: string;
  /** The language, such as `de`; without it that of the page. */
  lang?: string;
  /** Light or dark; without it as the page and the system are. */
  theme?: "auto" | "light" | "dark";
  /** What the first page begins by itself. */
  start?: "choose" | "quick" | "full";
  /** When to fetch it: at once, when it comes into view, or when it is clicked. */
  load?: "eager" | "visible" | "click";
  /** Whether the address and the title of the page belong to it. */
  history?: boolean;
}

/** The element `<plumbline-assessment>`. Each attribute but `lang` has a property of its name. */
export class PlumblineAssessment extends HTMLElement {
  questionnaire: string | null;
  theme: PlumblineAttributes["theme"] | null;
  start: PlumblineAttributes["start"] | null;
  load: PlumblineAttributes["load"] | null;
  history: boolean;
  /** Resolves once it can be used. */
  readonly ready: Promise<PlumblineAssessment>;
  /** How far it is. */
  readonly state: "waiting" | "loading" | "ready" | "failed";
  /** Tries again after a failure, at the place where the visitor was. */
  retry(): void;
}

/** Makes the element known to the page, unless it is already. Importing `plumbline-assessment/define` does so too. */
export function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    "plumbline-assessment": PlumblineAssessment;
  }
  interface GlobalEventHandlersEventMap extends PlumblineEventMap {}
}
