import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAYS = ["tuesday", "wednesday", "thursday", "friday", "sunday"];
const TAGS = ["architecture", "scaling", "leadership", "costs", "career", "testing", "hiring"];

/** Makes a bank of so many stories, the same every time: five a week, each of about 1.5 KB, every tenth with a post. */
export function makeBank(root, stories) {
  for (const folder of ["stories", "posts", "weeks"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "storybank.yaml"), "version: 1\ncalendar:\n  start: 2025-01-06\n");
  for (let n = 0; n < stories; n++) {
    const week = Math.floor(n / 5) + 1;
    const day = DAYS[n % 5];
    const id = `story-${String(n).padStart(6, "0")}`;
    const tags = [TAGS[n % 7], TAGS[(n * 3 + 1) % 7]].join(", ");
    writeFileSync(
      join(root, "stories", `${id}.md`),
      `---\ntitle: The Outage Number ${n}\nweek: ${week}\nday: ${day}\nseries: Architecture Debate\nhook: ${n} servers went down on a ${day}, and nobody knew why.\ntags: [${tags}]\ncreated: 2025-01-02\n---\n\n**The Setup:**\nWe ran ${n + 3} services with ${(n % 40) + 5} developers. ${"It worked until it did not. ".repeat(12)}\n\n**The Crisis:**\nAt 3 AM everything stopped. ${"Nobody on the call knew where to look. ".repeat(10)}\n\n**The Outcome:**\n- **Recovery**: ${(n % 9) + 2} hours → ${(n % 50) + 5} minutes\n- $${(n % 900) + 100}K saved in a year\n\n**The Lesson:**\nAlerts are a promise. Keep it.\n`,
    );
    if (n % 10 === 0) {
      writeFileSync(
        join(root, "posts", `2025-01-07-${id}.md`),
        `---\ntitle: The Outage Number ${n}\nstory: ${id}\nweek: ${week}\nday: ${day}\ndate: 2025-01-07\nplatform: linkedin\nstatus: published\n---\n## Final Optimized Post\n\nText.\n`,
      );
    }
  }
}
