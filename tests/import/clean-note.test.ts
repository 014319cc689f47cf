import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanNote } from "../../src/import/notes/clean-note.ts";

describe("what Obsidian writes beside the words", () => {
  test.each<[string, string, string]>([
    ["a link", "I asked [[Dana]] twice.", "I asked Dana twice."],
    ["a link with words", "I asked [[people/Dana W|Dana]] twice.", "I asked Dana twice."],
    ["a link to a heading", "See [[Runbook#Restart]].", "See Runbook."],
    ["a link within the note", "See [[#Restart]].", "See Restart."],
    ["an embed on its line", "One.\n\n![[photo.png|300]]\n\nTwo.", "One.\n\nTwo."],
    ["an embed of a note", "![[Notes#^abc]]Then it broke.", "Then it broke."],
    ["a comment in a line", "We lost 40 %%ask Dana%% servers.", "We lost 40  servers."],
    ["a comment over lines", "One.\n%%\nsecret\n%%\nTwo.", "One.\nTwo."],
    ["a highlight", "The ==third== try.", "The third try."],
    ["a block's mark", "It broke. ^a1b2", "It broke."],
    ["tags behind a sentence", "It broke. #ops #work/oncall", "It broke."],
    ["tags in front", "#ops #lesson It broke.", "It broke."],
    ["tags on their line", "It broke.\n\n#ops #lesson", "It broke.\n"],
    ["a tag that is a word", "The #postmortem was short.", "The postmortem was short."],
    ["a tag that is the last word", "I wrote the #postmortem", "I wrote the postmortem"],
    ["an issue's number", "We closed #42 at last.", "We closed #42 at last."],
    ["a heading", "# Title\n\nText.", "# Title\n\nText."],
    ["a callout", "> [!info] Who was there\n> Dana and I.\n\nThen.", "\n**Who was there**\n\nDana and I.\n\nThen."],
    ["a folded callout", "> [!note]-\n> Dana and I.", "\nDana and I."],
    ["a quotation", "> [!quote] Dana\n> Turn it off.", "> Dana\n> Turn it off."],
    ["a plain quotation", "> Turn it off.", "> Turn it off."],
    ["a query", "One.\n\n```dataview\nLIST\n```\n\nTwo.", "One.\n\nTwo."],
    ["code", "```sh\n#ops [[x]] %%y%%\n```", "```sh\n#ops [[x]] %%y%%\n```"],
    ["code in a line", "I typed `[[ -f x ]]` and ==left==.", "I typed `[[ -f x ]]` and left."],
    ["a field in brackets", "It took [time:: 4 hours] in all.", "It took 4 hours in all."],
  ])("%s", (_, written, clean) => expect(cleanNote(written).text).toBe(clean));

  test("tags, links and fields are kept beside", () => {
    const note = "mood:: tired\n[[Dana|D]] and ![[p.png]] #ops #a/b/\n\n[map](Some%20Map.md) `#code`";
    const { tags, links, fields } = cleanNote(note);
    expect({ tags, links, fields: [...fields] }).toEqual({
      tags: ["ops", "a/b"],
      links: ["p.png", "Dana", "Some Map.md"],
      fields: [["mood", "tired"]],
    });
  });
});

describe("what Notion and Google Docs write beside the words", () => {
  const id = "1f0c9b2e7d4a4c53a1b2c3d4e5f60718";
  test.each<[string, string, string]>([
    ["a link to a page", `See [the plan](The%20plan%20${id}.md).`, "See the plan."],
    ["a link into a folder with brackets", `See [it](Plans%20(old)/it%20${id}.md).`, "See it."],
    ["a link to the world", "See [it](https://example.com/a_(b)).", "See [it](https://example.com/a_(b))."],
    ["a picture", `One.\n\n![shot.png](Page%20${id}/shot.png)\n\nTwo.`, "One.\n\nTwo."],
    ["an aside", "<aside>\n💡 Rosa knew.\n\n</aside>\nThen.", "\n💡 Rosa knew.\n\nThen."],
    ["pictures as data", "One.![][image1]\n\n[image1]: <data:image/png;base64,AAAA>", "One.\n"],
  ])("%s", (_, written, clean) => expect(cleanNote(written).text).toBe(clean));
});

test("words that need no cleaning come out as they went in", () => {
  const words = fc.stringMatching(/^[A-Za-z ,.'-]{1,60}$/);
  fc.assert(
    fc.property(fc.array(words.filter((line) => line.trim() !== "" && line === line.trim())), (lines) => {
      expect(cleanNote(lines.join("\n\n")).text).toBe(lines.join("\n\n"));
    }),
  );
});

test("cleaning ends, whatever is written, and cleaning again changes no words", () => {
  const mark = fc.constantFrom(
    "[[",
    "]]",
    "![[",
    "%%",
    "==",
    "#a",
    "#",
    "> [!x]",
    "`",
    "```",
    "](",
    "(",
    ")",
    "::",
    "^b",
    "\n",
    " ",
    "w",
  );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
      const once = cleanNote(marks.join("")).text;
      expect(once.match(/w/g)?.length ?? 0).toBeLessThanOrEqual(marks.filter((each) => each === "w").length);
    }),
  );
});
