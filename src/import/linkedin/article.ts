import Turndown from "turndown";
import { parseDate } from "../../calendar/dates.ts";
import type { OldPost } from "./shares.ts";

/** Reads one of the archive's `Articles/Articles/*.html`. Its shape is known from public parsers, not from a real export. */
export function parseArticle(html: string): OldPost {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  const title = plain(
    /<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? /<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(html)?.[1] ?? "",
  );
  const [, day = "", time = null] =
    /(?:Published|Created)[^<]{0,20}?(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?/i.exec(plain(body)) ?? [];
  const link = /<h1[^>]*>\s*<a[^>]*href="(https?:[^"]+)"/i.exec(body)?.[1] ?? null;
  const words = body
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, "")
    .replace(/<h1[^>]*>[\s\S]*?<\/h1>/i, "")
    .replace(/<p[^>]*class="(?:created|published)"[^>]*>[\s\S]*?<\/p>/gi, "");
  const turndown = new Turndown({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced" });
  return {
    date: parseDate(day),
    time,
    link,
    title: title === "" ? "Article" : title,
    text: turndown.turndown(words).trim(),
    isMarkdown: true,
  };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
