import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { scanMarkdown } from "./scan/markdown.ts";

/** Parses markdown (CommonMark with tables) into its tree; positions are lines and offsets of the text. */
export function parseMarkdown(text: string): Root {
  return scanMarkdown(text) ?? parseFully(text);
}

/** The same with the full parser, whatever the text. */
export function parseFully(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}
