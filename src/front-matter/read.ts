import { bodyLineOf, refuseConflictMarkers, splitFences } from "./fence.ts";
import { scanFrontMatter } from "./scan.ts";
import type { Document } from "./values.ts";

/**
 * Takes a file's text apart: with the scanner where it understands the front matter, else with the full parser, which is
 * loaded only then.
 *
 * @throws FrontMatterError as the full parser does.
 */
export async function readDocument(text: string): Promise<Document> {
  refuseConflictMarkers(text);
  const fenced = splitFences(text);
  const data = fenced.opening === "" ? null : scanFrontMatter(fenced.matter);
  if (data !== null) return { data, body: fenced.body, bodyLine: bodyLineOf(fenced) };
  return (await import("./parse.ts")).parseDocumentText(text);
}
