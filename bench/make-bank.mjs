import { join } from "node:path";
import fs from "fs-extra";

const DAYS = ["tuesday", "wednesday", "thursday", "friday", "sunday"];
const TAGS = ["architecture", "scaling", "leadership", "costs", "career", "testing", "hiring"];

const WORDS =
  "we the queue a deploy nobody knew why until at night one service broke and then every team called us because of two tables in that old database which we had never tested under load so the build took longer than a day".split(
    " ",
  );

/** Sentences of so many words, drawn from a list in an order of their own for each n. */
function tell(n, count) {
  let seed = n * 2_654_435_761 + 12_345;
  const words = Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return WORDS[(seed >>> 16) % WORDS.length];
  });
  return `${words.join(" ").replace(/((?:\S+ ){9}\S+) (\S)/g, (_, sentence, next) => `${sentence}. ${next.toUpperCase()}`)}.`;
}

/** The parts of a story, the same every time; every 500th holds the word "kestrel". */
function bodyOf(n) {
  return `**The Setup:**
We ran ${n + 3} services with ${(n % 40) + 5} developers. ${tell(n, 60)}

**The Crisis:**
At 3 AM everything stopped.${n % 500 === 0 ? " A kestrel sat on the mast." : ""} ${tell(n + 7, 60)}

**The Outcome:**
- **Recovery**: ${(n % 9) + 2} hours → ${(n % 50) + 5} minutes
- $${(n % 900) + 100}K saved in a year

**The Lesson:**
Alerts are a promise. Keep it.
`;
}

/** A week's document of so many stories, as people keep them in one long file. */
export function makeDocument(stories) {
  const parts = Array.from({ length: stories }, (_, n) => {
    const day = DAYS[n % 5] ?? "sunday";
    return `## 🔥 **STORY ${n + 1}: The Outage Number ${n}**\n**For**: ${day.charAt(0).toUpperCase()}${day.slice(1)} Post  \n**Hook**: "${n} servers went down, and nobody knew why."\n\n${bodyOf(n)}`;
  });
  return `# Week 1 Story Bank: Outages\n\n**Week Theme**: Outages  \n\n---\n\n${parts.join("\n---\n\n")}`;
}

/** Makes a bank of stories and posts that people wrote about them in other words. Returns the posts' names. */
export function makeRewrittenBank(root, cases) {
  for (const folder of ["stories", "posts"]) fs.ensureDirSync(join(root, folder));
  fs.writeFileSync(join(root, "storybank.yaml"), "version: 1\n");
  return fs.readdirSync(cases).flatMap((name) => {
    if (!fs.pathExistsSync(join(cases, name, "story.md"))) return [];
    fs.copySync(join(cases, name, "story.md"), join(root, "stories", `${name}.md`));
    return ["post-1", "post-2"].map((post) => {
      const head = `---\ntitle: ${name}\nstory: ${name}\nplatform: linkedin\nstatus: draft\n---\n`;
      const text = fs.readFileSync(join(cases, name, `${post}.md`), "utf8");
      fs.writeFileSync(join(root, "posts", `${name}-${post}.md`), `${head}## Final Optimized Post\n\n${text}`);
      return `${name}-${post}`;
    });
  });
}

/** Makes a bank of so many stories, the same every time: five a week, each of about 1.2 KB, every tenth with a post. */
export function makeBank(root, stories) {
  for (const folder of ["stories", "posts", "weeks"]) fs.ensureDirSync(join(root, folder));
  fs.writeFileSync(join(root, "storybank.yaml"), "version: 1\ncalendar:\n  start: 2025-01-06\n");
  for (let n = 0; n < stories; n++) {
    const week = Math.floor(n / 5) + 1;
    const day = DAYS[n % 5];
    const id = `story-${String(n).padStart(6, "0")}`;
    const tags = [TAGS[n % 7], TAGS[(n * 3 + 1) % 7]].join(", ");
    fs.writeFileSync(
      join(root, "stories", `${id}.md`),
      `---\ntitle: The Outage Number ${n}\nweek: ${week}\nday: ${day}\nseries: Architecture Debate\nhook: ${n} servers went down on a ${day}, and nobody knew why.\ntags: [${tags}]\ncreated: 2025-01-02\n---\n\n${bodyOf(n)}`,
    );
    if (n % 10 === 0) {
      const place = ["monday", ...DAYS.slice(0, 4), "saturday", "sunday"].indexOf(day);
      const date = new Date(Date.UTC(2025, 0, 6 + 7 * (week - 1) + place)).toISOString().slice(0, 10);
      fs.writeFileSync(
        join(root, "posts", `${date}-${id}.md`),
        `---\ntitle: The Outage Number ${n}\nstory: ${id}\nweek: ${week}\nday: ${day}\ndate: ${date}\nplatform: linkedin\nstatus: published\n---\n## Final Optimized Post\n\nText.\n`,
      );
    }
  }
}

/** Makes a folder of so many notes as Obsidian keeps them, the same every time: stories, and every third a list. */
export function makeVault(folder, notes) {
  for (let n = 0; n < notes; n++) {
    const tags = `---\ntags: [${TAGS[n % 7]}, work/${TAGS[(n * 3 + 1) % 7]}]\naliases: [outage ${n}]\n---\n\n`;
    const story = `${tags}${bodyOf(n)}\nSee [[Outage ${n + 1}|the next]] and ![[shot-${n}.png]] #oncall\n\n> [!note] Dana\n> I was there, and it cost us ${n + 2} days.\n`;
    const list = `# Things ${n}\n\n- [ ] call Dana\n- [[Outage ${n}]]\n- read the report\n`;
    fs.outputFileSync(join(folder, `area-${n % 50}`, `Outage ${n}.md`), n % 3 === 2 ? list : story);
  }
}
