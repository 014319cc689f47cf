import { UserError } from "../errors.ts";
import type { LeftFile } from "./incoming.ts";

/** Why a file that was named itself does not come in, and what to do about it. */
export function refuseNamed(file: string, why: LeftFile): UserError {
  const [message, hint] = wordRefusal(file, why);
  return new UserError(message, { hint });
}

const NO_STORY =
  "A week document has headings such as “## STORY 1: Title”; a post has a section “## Final Optimized Post”. To take a note as a story all the same: storybank import FILE --as story";

function wordRefusal(file: string, why: LeftFile): [message: string, hint: string] {
  switch (why.code) {
    case "unreadable":
      return [`${file} was not imported: ${why.sentence}.`, "Give the path of a file, or of a folder."];
    case "too-large":
      return [`${file} is larger than ${why.megabytes} MB.`, "Split it into several documents."];
    case "no-text":
      return [`${file} is no text.`, "Documents are markdown, text, HTML and Word files."];
    case "damaged":
      return [`${file} is damaged.`, "Copy or download it again."];
    case "old-word":
      return [
        `${file} is an old Word file, or one with a password.`,
        "Save it as .docx without a password, and import that.",
      ];
    case "rich-text":
      return [`${file} is rich text (RTF).`, "Save it as .docx or .html, and import that."];
    case "pdf":
      return [
        `${file} is a PDF, which has lost where its paragraphs end.`,
        "Import what it was made from, or its text as .txt.",
      ];
    case "open-document":
      return [`${file} is an OpenDocument file.`, "Save it as .docx, and import that."];
    case "broken-word":
      return [
        `${file} is no Word document that can be read; it may be broken.`,
        "Open it in Word or Google Docs, and save it again as .docx.",
      ];
    case "broken-html":
      return [`${file} is HTML that can't be read.`, "Save its text as .txt or .docx, and import that."];
    case "front-matter":
      return [`${file} was not imported: ${why.detail}.`, "Mend its front matter, or leave it out."];
    case "template":
      return [`${file} is a template: it has places that a program fills.`, "Import a note that was made from it."];
    case "empty":
      return [`${file} is empty.`, "Give a file with a story in it."];
    default:
      return [
        `${file} is neither a week document nor a finished post, and tells no story: ${wordUntold(why)}.`,
        NO_STORY,
      ];
  }
}

function wordUntold({ code }: LeftFile): string {
  if (code === "no-past") return "little in it says what was";
  if (code === "nobody") return "nobody is in it, and no figure";
  return "it has no sentences";
}
