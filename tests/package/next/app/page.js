import { PlumblineAssessment } from "plumbline-assessment/react";

// Drawn on the server with what stands in for the assessment, which begins in the browser.
export default function Page() {
  return (
    <main>
      <h1>Next</h1>
      <PlumblineAssessment theme="light">
        <p>The assessment is loading.</p>
      </PlumblineAssessment>
    </main>
  );
}
