import { roleOf } from "../../language/label.ts";

/** Takes the properties that Notion writes below a page's title, a line each: `Tags: ops, outage`. */
export function takeProperties(text: string): { fields: Map<string, string>; rest: string } {
  const lines = text.split("\n");
  const fields = new Map<string, string>();
  let at = lines.findIndex((line) => line.trim() !== "");
  if (at < 0) return { fields, rest: text };
  for (; at < lines.length; at++) {
    const [, key = "", value = ""] = PROPERTY.exec(lines[at] ?? "") ?? [];
    if (key === "" || roleOf(key) !== "detail") break;
    fields.set(key.trim(), value.trim());
  }
  // A paragraph that only begins like a property is text.
  if ((lines[at] ?? "").trim() !== "") return { fields: new Map(), rest: text };
  return { fields, rest: lines.slice(at).join("\n") };
}

const PROPERTY = /^([\p{L}][\p{L}\p{N} /()_-]{0,40}):\s(.*)$/u;
