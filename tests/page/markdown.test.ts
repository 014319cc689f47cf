import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../src/page/parts/markdown.ts";
import { SafeHtml } from "../../src/page/parts/markdown-view.tsx";

const show = (markdown: string, firstLine = 1): string =>
  String(SafeHtml({ nodes: renderMarkdown(markdown, firstLine).children }));

describe("a story's markdown on a page", () => {
  test.each([
    ["bold and a list", "**The bill:**\n\n- A cost\n- B", ["<strong>The bill:</strong>", "<li", "A cost"]],
    [
      "headings stand below the page's own",
      "# One\n\n### Two\n\n# Three",
      ['<h2 id="L1">One', '<h3 id="L3">Two', '<h2 id="L5">Three'],
    ],
    [
      "columns keep their sides without a style",
      "| a | b |\n| :-: | -: |\n| 1 | 2 |",
      ['align="center"', 'align="right"'],
    ],
    ["a script is text", "<script>alert(1)</script>", ["&lt;script&gt;alert(1)&lt;/script&gt;"]],
    ["a script in a sentence is text", "It <script>alert(1)</script> happened.", ["&lt;script&gt;", "happened."]],
    ["an event handler is text", "<b onclick=run()>x</b>", ["&lt;b onclick=run()&gt;"]],
    ["a comment is not shown", "<!-- note to self -->\n\nWords.", ["Words."]],
    [
      "a link keeps a good address",
      "[here](https://example.com/a)",
      ['href="https://example.com/a"', 'rel="noreferrer noopener"'],
    ],
    ["a link loses a bad one", "[here](javascript:alert(1))", ["<a", ">here</a>"]],
    ["a disguised bad one too", "[here](JaVaScRiPt&#58;alert(1))", [">here</a>"]],
    ["a link to data", "[here](data:text/html,<script>alert(1)</script>)", ["here"]],
    ["an image is not fetched", "![the board](https://example.com/x.png)", ["[image: the board]"]],
    ["a table", "| a | b |\n| - | - |\n| 1 | 2 |", ["<table>", "<td"]],
    ["a title with quotes in a link", '[x](https://e.com "a\\"onmouseover=alert(1)")', ["<a"]],
  ])("%s", (_, markdown, wanted) => {
    const html = show(markdown);
    for (const part of wanted) expect(html).toContain(part);
    expect(html).not.toMatch(FORBIDDEN);
    expect(html).not.toContain("note to self");
  });

  test("each line has its anchor, in wrapped paragraphs too, and figures are marked", () => {
    const html = show("It cost $2.4M\nand 3 months.\n\n- 60% fewer\n- 75% faster", 17);
    expect(html).toContain('<p id="L17">It cost <mark>$2.4M</mark>');
    expect(html).toContain('<span class="line" id="L18">and <mark>3 months</mark>.</span>');
    expect(html).toContain('<li id="L20"><mark>60%</mark> fewer</li>');
    expect(html).toContain('<li id="L21"><mark>75%</mark> faster</li>');
  });

  test("code is shown as it is, without marks for its figures", () => {
    expect(show("```js\nfor (let i = 0; i < 100; i++) wait(30 minutes)\n```")).toContain("i &lt; 100");
    expect(show("```\n30 minutes\n```")).not.toContain("<mark>");
  });

  test("nothing that a page runs or fetches comes out of it, whatever goes in", () => {
    const bits = fc.constantFrom(
      "<script>",
      "</script>",
      "<img src=x onerror=alert(1)>",
      "<svg onload=alert(1)>",
      "<iframe src=//e.com>",
      "<style>",
      "javascript:alert(1)",
      "[x](",
      ")",
      "![",
      "](",
      "<a href='javascript:1'>",
      "</p>",
      "<!--",
      "-->",
      "**",
      "`",
      "```\n",
      "\n",
      "\n\n",
      "- ",
      "> ",
      "# ",
      "&#106;avascript:",
      "&lt;",
      "<",
      ">",
      '"',
      "'",
      "$2.4M",
      "x",
      "| a |\n| - |\n",
      "[x]: javascript:1\n",
      "<javascript:alert(1)>",
      "\t",
      "\\",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 30 }),
        (parts) => {
          expect(show(parts.join(""))).not.toMatch(FORBIDDEN);
        },
      ),
    );
  });
});

/** Tags that run, style or fetch something, handlers, and addresses that are script; text has its < escaped. */
const FORBIDDEN =
  /<(?!\/?(?:p|span|mark|strong|em|ul|ol|li|a|code|pre|h[1-6]|blockquote|hr|br|table|thead|tbody|tr|th|td|del|div|section|sup|sub|kbd)[\s>/])|<[^>]*\s(?:on\w+|style|src|srcset)=|<[^>]*href="(?!https?:|mailto:|#|[^:"]*(?:"|[/?#]))/i;
