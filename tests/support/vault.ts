import { POST_DOCUMENT, WEEK_DOCUMENT } from "./fixtures.ts";

/** The 32 digits that Notion puts behind a name. */
export const NOTION_ID = "1f0c9b2e7d4a4c53a1b2c3d4e5f60718";

/** Notes that tell a story, in the shapes in which people keep them; the path of each says what it is. */
export const TELLING_NOTES: Record<string, string> = {
  "Work/The pager that lied.md": `---
aliases: [pager, the night of the pager]
tags: [ops, work/oncall]
cssclass: wide
rating: 4
up: "[[Work MOC]]"
---

The pager rang at 3:12 am for a service we had switched off. I drove to the office with [[Dana Whitcombe|Dana]], and we looked for it for 46 hours. #oncall

![[pager-screenshot.png|400]]

%% ask Dana before this goes out %%

> [!warning]- What nobody had told us
> The alert came from a copy of the old [[Monitoring#Setup|monitor]] that still ran under a desk.

We pulled the plug, and the ==silence== was worth $12,000 a year. ^turn

\`\`\`dataview
LIST FROM #oncall
\`\`\`
`,
  "Work/star-the-audit.md": `# The audit nobody wanted

**Situation:** The auditors gave us 9 days' notice.

**Task:** I had to show who could read 40,000 patient files.

**Action:** We printed the list and read every name aloud. It took 6 hours.

**Result:** 31 accounts were closed, and 1 bug was found that let interns in.
`,
  "Journal/2024-03-12.md": `## What happened
I snapped at Tomasz in the review, in front of the whole team. He had asked twice why the cache was there.

## What I learned
I had not known either. Next time I say so.
`,
  "Journal/2024-04-02 The demo without a network.md": `The hotel's network died ten minutes before the demo. Aisha had put everything on her phone the night before, because it had happened to her in Leeds. We showed the product on a 6 inch screen to 14 people, and they bought it.
`,
  [`Notion/The migration ${NOTION_ID}.md`]: `# The migration

Tags: databases, weekend
Created: March 12, 2024 9:00 AM
Status: Done

We moved 2 TB over a weekend and forgot one index. On Monday every query took 40 seconds, and the shop lost $18,000 before lunch.

<aside>
💡 Rosa had written the index into the checklist. I had crossed it out.

</aside>

See [the checklist](The%20checklist%20${NOTION_ID}.md) and ![chart](The%20migration%20${NOTION_ID}/chart.png).
`,
  "abt.md": `# Four nights

**And:** We had a plan, a date and 3 vendors.

**But:** The second one went bankrupt on the Tuesday before the launch.

**Therefore:** We wrote the importer ourselves, in four nights, and it still runs.
`,
  "Geschichten/der-server-unterm-tisch.md": `Der Kunde rief um 7 Uhr an, weil nichts mehr ging. Jonas fand den Server unter einem Tisch im Lager, mit 9 Jahren Staub darauf. Wir hatten ihn seit 2015 nicht mehr auf der Liste. Es kostete uns 3 Tage und 14.000 €.
`,
  "Histoires/la-table-supprimée.md": `# La table supprimée

## Ce qui s'est passé
J'ai supprimé la table des clients un vendredi soir. Nous avions 12 000 lignes et aucune sauvegarde depuis 3 semaines.

## Ce que j'ai appris
J'avais peur de le dire, et j'ai perdu 2 heures à attendre.
`,
  "memo.txt": `The intern who read the logs

On her third day Mei asked why the same line stood in the log 90,000 times. Nobody had looked. It was a payment that failed and was tried again, every 4 seconds, for a year. We had paid $31,000 in fees for it.
`,
  "clipping.html": `<!DOCTYPE html><html><head><title>The call from legal</title><style>p{color:red}</style></head><body><h1>The call from legal</h1><p>Legal called me on a Friday: we had shipped <b>a customer's name</b> in a test file. I deleted it in 4 minutes, and it had been read 220 times.</p><script>track()</script></body></html>`,
};

/** Notes that tell none, with the code of why. */
export const OTHER_NOTES: Record<string, [note: string, why: string]> = {
  "Recipes/Lasagna.md": [
    "# Lasagna\n\n- 500 g beef\n- 2 onions\n- 1 can of tomatoes\n\nFry the beef. Add the onions. Bake for 40 minutes.\n",
    "no-past",
  ],
  "Work/Work MOC.md": ["# Work\n\n- [[The pager that lied]]\n- [[star-the-audit]]\n- [[Ideas]]\n", "no-prose"],
  "Ideas.md": ["- [ ] write about caching\n- [ ] call Dana\n- a post on on-call pay?\n", "no-prose"],
  "Templates/story.md": ["# {{title}}\n\n## Situation\n\n## Result\n\nCreated {{date}}\n", "template"],
  "Board.md": ["---\nkanban-plugin: basic\n---\n\n## Todo\n\n- [ ] a story\n", "board"],
  "Sketch.excalidraw.md": ["---\nexcalidraw-plugin: parsed\n---\n\n# Text\nWe lost it ^a1\n", "drawing"],
  "Principles.md": [
    "# How I write\n\nA post opens on a figure. A reader wants one thing. Every sentence earns the next. Never explain a joke.\n",
    "no-past",
  ],
  "ADR 12.md": [
    "# ADR 12\n\n## Context\nWe need a store for a hundred events. It should hold 2 years of them.\n\n## Decision\nWe will use Postgres.\n\n## Consequences\nBackups take longer.\n",
    "no-past",
  ],
  "Meeting.md": [
    "# Sync, June 1\n\nAttendees: Dana, Tomasz\n\n- Dana to send the figures by Friday\n- Decided to postpone the rollout\n\nNext one: June 8\n",
    "no-past",
  ],
  "Empty.md": ["", "empty"],
  "Only a picture.md": ["![[whiteboard.jpg]]\n", "no-words"],
  "Weather.md": ["It rained and rained. It stopped. The streets dried.\n", "nobody"],
  "Broken.md": ["---\ntags: [a\n---\n\nWe lost 40 servers and nobody knew.\n", "front-matter"],
};

/** A week document and a finished post, as they have always come in. */
export const DOCUMENTS: Record<string, string> = { "week-3.md": WEEK_DOCUMENT, "sunday.md": POST_DOCUMENT };
