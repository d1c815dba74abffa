import type { GlobalComponents } from "vue";
import { PlumblineAssessment } from "plumbline-assessment/vue";

type Props = InstanceType<GlobalComponents["plumbline-assessment"]>["$props"];

export const props: Props = { theme: "light", onPlumblineError: ({ detail }) => console.warn(detail.code) };
// @ts-expect-error: there is no such theme
export const wrong: Props = { theme: "blue" };
export const element = new PlumblineAssessment();
