import mammoth from "mammoth";
import { RULE_MARK } from "./html.ts";

/** The parts of a Word document that its text is read from; pictures, fonts and macros are none of them. */
export function isWordPart(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w.-]+\.rels)$/.test(name);
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "comment-reference => ",
];

/** Reads a Word document, packed from its parts only, as HTML. Throws what mammoth throws at a broken one. */
export async function wordToHtml(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(docx) },
    { styleMap: STYLES, ignoreEmptyParagraphs: true, externalFileAccess: false },
  );
  return value;
}

const RULE_RUN = `<w:r><w:t>${RULE_MARK}</w:t></w:r>`;

/**
 * Puts a mark where a document has a horizontal rule, which mammoth passes over: Google Docs draws a line (`o:hr`), Word gives an empty
 * paragraph a border.
 */
export function markRules(documentXml: string): string {
  return documentXml
    .split(/(?=<w:p[ >])/)
    .map((paragraph) => (isRule(paragraph) ? paragraph.replace("</w:p>", `${RULE_RUN}</w:p>`) : paragraph))
    .join("");
}

function isRule(paragraph: string): boolean {
  const end = paragraph.indexOf("</w:p>");
  if (end < 0) return false;
  const own = paragraph.slice(0, end);
  if (/<w:t[ >]/.test(own)) return false;
  return own.includes('o:hr="t"') || (own.includes("<w:pBdr>") && /<w:(?:bottom|top|between) /.test(own));
}
