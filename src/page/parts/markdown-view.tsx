import type { Nodes, RootContent } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "hono/jsx/jsx-runtime";

/** Safe HTML as a part of a page. */
export function SafeHtml({ nodes }: { nodes: readonly RootContent[] }) {
  const tree: Nodes = { type: "root", children: [...nodes] };
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    elementAttributeNameCase: "html",
    tableCellAlignToStyle: false,
    stylePropertyNameCase: "css",
  } as never);
}
