import { strToU8, type Zippable, zipSync } from "fflate";

/** A paragraph of a Word document: its text, and its style or that it is a rule. */
export type Paragraph = string | { style: string; text: string } | "rule of Word" | "rule of Google";

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const OWN_RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
const STYLES = ["Title", "Heading 1", "Heading 2", "Heading 3"];

/** The parts of a small Word document, as Word and Google Docs pack them. */
export function wordParts(paragraphs: readonly Paragraph[]): Zippable {
  const styles = STYLES.map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name.replace("H", "h")}"/></w:style>`,
  ).join("");
  return {
    "[Content_Types].xml": strToU8(TYPES),
    "_rels/.rels": strToU8(RELATIONS),
    "word/_rels/document.xml.rels": strToU8(OWN_RELATIONS),
    "word/styles.xml": strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:styles ${NAMESPACES}>${styles}</w:styles>`),
    "word/document.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${paragraphs.map(paragraphXml).join("")}</w:body></w:document>`,
    ),
    "word/media/image1.png": strToU8("a picture"),
  };
}

export function wordDocument(paragraphs: readonly Paragraph[]): Uint8Array {
  return zipSync(wordParts(paragraphs));
}

function paragraphXml(paragraph: Paragraph): string {
  if (paragraph === "rule of Word")
    return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1"/></w:pBdr></w:pPr></w:p>';
  if (paragraph === "rule of Google")
    return '<w:p><w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t" o:hrstd="t" fillcolor="#A0A0A0" stroked="f"/></w:pict></w:r></w:p>';
  const { style, text } = typeof paragraph === "string" ? { style: "", text: paragraph } : paragraph;
  const styled = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style.replace(" ", "")}"/></w:pPr>`;
  return `<w:p>${styled}${runs(text)}</w:p>`;
}

/** Words between two pairs of stars are bold. */
function runs(text: string): string {
  return text
    .split("**")
    .map(
      (part, index) =>
        `<w:r>${index % 2 === 1 ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
    )
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
