import { useRef } from "react";
import type { PlumblineAssessment as Element } from "plumbline-assessment";
import { PlumblineAssessment } from "plumbline-assessment/react";

export function Page() {
  const element = useRef<Element>(null);
  return (
    <>
      <PlumblineAssessment
        ref={element}
        className="assessment"
        lang="de"
        start="quick"
        history
        onReady={() => element.current?.focus()}
        onError={({ detail }) => console.warn(detail.code)}
      >
        <p>The assessment is loading.</p>
      </PlumblineAssessment>
      {/* @ts-expect-error: there is no such way to load it */}
      <PlumblineAssessment load="later" />
      <plumbline-assessment theme="dark" load="visible" class="assessment" />
      {/* @ts-expect-error: there is no such attribute */}
      <plumbline-assessment themes="dark" />
    </>
  );
}
