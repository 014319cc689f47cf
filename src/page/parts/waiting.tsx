import { idOf, type Waiting } from "../../jobs/waiting.ts";
import { Command, Words } from "./small.tsx";

/** Says where somebody changed a place that was changed here, too, and how to decide. */
export function WaitingNotes({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <>
      {waiting.map(({ file, who }) => (
        <p class="notice">
          <Words>{`${who} changed a place in ${file} that was changed here, too; yours stands. Decide: `}</Words>
          <Command words={["resolve", idOf(file)]} />
        </p>
      ))}
    </>
  );
}
