import type { Bank } from "../bank/bank.ts";
import { decodeDocument } from "../encoding/decode.ts";
import { UserError } from "../errors.ts";
import { isPostDocument } from "../import/post-document.ts";
import { isWeekDocument } from "../import/week-document.ts";
import { importLinkedIn } from "./import-linkedin.ts";
import { importPost } from "./import-post.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { importWeek } from "./import-week.ts";

/**
 * Imports a document: repairs its encoding, tells what it is, and creates the files it makes. What the bank has already
 * is left alone; what differs is a conflict, and is only replaced (the old to the trash) when asked.
 *
 * @throws UserError for a document that is neither a week's nor a post's.
 */
export async function importDocument(
  bank: Bank,
  file: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportReport> {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  if (isExport(file, bytes)) {
    const report = emptyReport(file);
    await importLinkedIn(bank, bytes, options, report);
    return report;
  }
  refuseOddFiles(file, bytes);
  const { text, from, repaired, wasNotUtf8 } = decodeDocument(bytes);
  const report: ImportReport = { ...emptyReport(file), encoding: { from, repaired }, wasNotUtf8 };
  if (isWeekDocument(text)) await importWeek(bank, text, name, options, report);
  else if (isPostDocument(text)) await importPost(bank, text, name, options, report);
  else {
    throw new UserError(`${file} is neither a week document nor a finished post.`, {
      hint: "A week document has headings such as “## STORY 1: Title”; a post has a section “## Final Optimized Post”. A single story comes in with: storybank add TITLE --from FILE",
    });
  }
  return report;
}

function emptyReport(file: string): ImportReport {
  return {
    file,
    kind: "week",
    encoding: { from: "utf-8", repaired: 0 },
    week: null,
    created: [],
    unchanged: [],
    conflicts: [],
    posts: [],
    recorded: [],
    unmatched: [],
    twins: [],
    wordless: 0,
    problems: [],
    wasNotUtf8: false,
    differences: {},
  };
}

/** LinkedIn's exports are archives, workbooks (which are archives too) and tables. */
function isExport(file: string, bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) || /\.(?:csv|xlsx|zip)$/i.test(file);
}

function refuseOddFiles(file: string, bytes: Uint8Array): void {
  if (bytes.length > 5_000_000)
    throw new UserError(`${file} is larger than 5 MB.`, { hint: "Split it into a document per week." });
  if (bytes[0] !== 0xff && bytes[0] !== 0xfe && bytes.includes(0))
    throw new UserError(`${file} is no text.`, { hint: "Documents are markdown files." });
}
