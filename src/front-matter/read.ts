import { bodyLineOf, refuseConflictMarkers, splitFences } from "./fence.ts";
import { scanFrontMatter } from "./scan.ts";
import { type Document, FrontMatterError } from "./values.ts";

/**
 * Takes a file's text apart, as every reader of a file does: at its fences, then its front matter with the scanner where that
 * understands it, else with the full parser, which is loaded only then.
 *
 * @throws FrontMatterError when it can't be read safely, or is not certain what was meant.
 */
export async function readDocument(text: string): Promise<Document> {
  refuseConflictMarkers(text);
  const fenced = splitFences(text);
  const { matter, body } = fenced;
  const data = scanFrontMatter(matter) ?? (await import("./parse.ts")).parseFrontMatter(matter);
  return { data, body, bodyLine: bodyLineOf(fenced) };
}

/** The same; null for a text that can't be read safely as it is. */
export async function readDocumentOrNull(text: string): Promise<Document | null> {
  try {
    return await readDocument(text);
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}
