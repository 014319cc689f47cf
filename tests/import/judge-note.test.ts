import { describe, expect, test } from "vitest";
import { judgeNote } from "../../src/import/notes/judge-note.ts";
import { DOCUMENTS, NOTION_ID, OTHER_NOTES, TELLING_NOTES } from "../support/vault.ts";

/** Of each: its title, who is in it besides who tells it, and a figure. */
const SIGNS: Record<string, [string, string | null, string | null]> = {
  "Work/The pager that lied.md": ["The pager that lied", "Dana", "3:12 am"],
  "Work/star-the-audit.md": ["The audit nobody wanted", null, "9 days"],
  "Journal/2024-03-12.md": ["I snapped at Tomasz in the review", "Tomasz", null],
  "Journal/2024-04-02 The demo without a network.md": ["The demo without a network", "Aisha", "ten minutes"],
  [`Notion/The migration ${NOTION_ID}.md`]: ["The migration", null, "40 seconds"],
  "abt.md": ["Four nights", null, "3 vendors"],
  "Geschichten/der-server-unterm-tisch.md": ["Der server unterm tisch", "Jonas", "7 Uhr"],
  "Histoires/la-table-supprimée.md": ["La table supprimée", null, "12 000 lignes"],
  "memo.txt": ["The intern who read the logs", "Mei", "90,000 times"],
};

describe("what a note is", () => {
  const markdown = Object.entries(TELLING_NOTES).filter(([file]) => !file.endsWith(".html"));
  test.each(markdown)("%s is a story", async (file, text) => {
    const judged = await judgeNote(text, file, undefined);
    expect(judged).toMatchObject({ kind: "story", left: [] });
    const [first] = judged.kind === "story" ? judged.notes : [];
    expect(SIGNS[file]).toBeDefined();
    expect([first?.note.title, first?.telling.person, first?.telling.figure]).toEqual(SIGNS[file]);
  });

  test.each(Object.entries(OTHER_NOTES))("%s is none", async (file, [text, why]) => {
    expect(await judgeNote(text, file, undefined)).toMatchObject({ kind: "none", why: { code: why } });
  });

  test.each(Object.entries(DOCUMENTS))("%s is what it was", async (file, text) => {
    expect((await judgeNote(text, file, undefined)).kind).toBe(file.startsWith("week") ? "week" : "post");
  });
});
