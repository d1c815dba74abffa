// A page without a framework. What is marked has to be an error.
import { define, PlumblineAssessment } from "plumbline-assessment";
import "plumbline-assessment/define";

define();
const element = document.createElement("plumbline-assessment");
element.questionnaire = "other.json";
element.theme = "dark";
// @ts-expect-error: there is no such theme
element.theme = "blue";
element.history = true;
element.addEventListener("plumbline-ready", () => console.log("ready"));
element.addEventListener("plumbline-error", ({ detail }) => {
  if (detail.retry && detail.code === "load") element.retry();
});
document.addEventListener("plumbline-error", (event) => console.warn(event.detail.address));
const found: PlumblineAssessment | null = document.querySelector("plumbline-assessment");
console.log(found instanceof PlumblineAssessment);
