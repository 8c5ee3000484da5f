import "@blason/open-badge/define";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const BADGES = ["laser-1", "data-python", "first-aid"];

/** One badge. React sets the attributes, and listens to the element's own events. */
function Badge({ name, onResult }) {
  return <open-badge src={`/badges/${name}.svg`} heading-level="2" verify-href="/verify" onopen-badge-result={onResult} />;
}

function Page() {
  const [states, setStates] = useState({});
  const good = Object.values(states).filter((state) => state === "genuine").length;
  return (
    <>
      <h1>My badges, in React</h1>
      <p role="status" id="count">
        {good} of {BADGES.length} are genuine and still good.
      </p>
      {BADGES.map((name) => (
        <Badge key={name} name={name} onResult={({ detail }) => setStates((known) => ({ ...known, [name]: detail.state }))} />
      ))}
      <p className="back">
        <a href="/">All examples</a>
      </p>
    </>
  );
}

createRoot(document.getElementById("app")).render(<Page />);
