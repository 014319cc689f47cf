import { createDocument } from "@mixmark-io/domino";
import { type PlotOptions, plot } from "@observablehq/plot";
import type { Child } from "hono/jsx";
import { jsx } from "hono/jsx/jsx-runtime";

/** What is read of the nodes that a chart is drawn with. */
interface DrawnNode {
  nodeType: number;
  textContent: string | null;
  localName: string;
  attributes: ArrayLike<{ name: string; value: string }>;
  childNodes: ArrayLike<DrawnNode>;
}

const TEXT_NODE = 3;

interface ChartProps {
  /** What it shows, for those who don't see it; the table beneath it has the figures. */
  label: string;
  draw: (size: ChartSize) => PlotOptions;
}

/** As it is drawn for a page that has room, and for a phone. */
export type ChartSize = "wide" | "narrow";

/** A chart as a drawing in the page, once for each size; its colours are the page's, so they follow light and dark. */
export function Chart({ label, draw }: ChartProps) {
  return (
    <>
      {(["wide", "narrow"] as const).map((size) => {
        const drawing: unknown = plot({ ...draw(size), document: createDocument("") as never });
        return toJsx(drawing as DrawnNode, { role: "img", "aria-label": label, class: `chart ${size}` });
      })}
    </>
  );
}

/** The drawing as a part of the page: elements, attributes and text, none of them trusted. Its own styles stay behind. */
function toJsx(element: DrawnNode, own: Record<string, string> = {}): Child {
  const name = element.localName;
  if (name === "style" || name === "script") return null;
  const attributes = Array.from(element.attributes).filter((each) => !/^(?:style|class|aria-|on)/.test(each.name));
  const children = Array.from(element.childNodes, (node) =>
    node.nodeType === TEXT_NODE ? (node.textContent ?? "") : toJsx(node),
  );
  return jsx(name, {
    ...Object.fromEntries(attributes.map(({ name: key, value }) => [key, value])),
    ...own,
    children,
  }) as unknown as Child;
}
