import { StrictMode, useRef, useState, version } from "react";
import { createRoot } from "react-dom/client";
import { PlumblineAssessment } from "plumbline-assessment/react";

function App() {
  const element = useRef(null);
  const [heard, setHeard] = useState([]);
  const [shown, setShown] = useState(true);
  const [history, setHistory] = useState(false);
  const [questionnaire, setQuestionnaire] = useState();
  const hear = (what) => setHeard([...heard, what]);
  return (
    <>
      <h1>React {version}</h1>
      <button id="shown" onClick={() => setShown(!shown)}>Show or hide it</button>
      <button id="history" onClick={() => setHistory(!history)}>Give it the address, or not</button>
      <button id="missing" onClick={() => setQuestionnaire("missing.json")}>Another questionnaire</button>
      <button id="ref" onClick={() => hear(element.current?.localName ?? "no element")}>Ask who it is</button>
      <p id="heard">{heard.join(", ")}</p>
      {shown && (
        <PlumblineAssessment
          ref={element}
          className="assessment"
          theme="light"
          history={history}
          questionnaire={questionnaire}
          onReady={() => hear("ready")}
          onError={({ detail }) => hear(detail.code)}
        >
          <p>The assessment is loading.</p>
        </PlumblineAssessment>
      )}
    </>
  );
}

createRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);
