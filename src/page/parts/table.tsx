import type { Child } from "hono/jsx";

interface TableProps {
  /** The heads of its columns; those of numbers are to the right. */
  columns: readonly (string | { number: Child })[];
  /** How it is laid out: `wide`, `stacks` on a phone. */
  kind?: string;
  children?: Child;
}

/** A table that scrolls by itself where it is wider than the page. */
export function Table({ columns, kind, children }: TableProps) {
  return (
    <div class="scroll">
      <table class={kind}>
        <thead>
          <tr>
            {columns.map((column) =>
              typeof column === "string" ? (
                <th scope="col">{column}</th>
              ) : (
                <th scope="col" class="number">
                  {column.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
