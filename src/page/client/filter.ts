import { foldLetters } from "../../text/letters.ts";
import { keep, kept } from "./state.ts";

/** Shows the rows of the table that hold every word that is typed, whatever their case and accents. */
export function filterTable(): void {
  const input = document.querySelector<HTMLInputElement>("#filter");
  const output = document.querySelector<HTMLOutputElement>("#matches");
  if (input === null || output === null) return;
  const rows = [...document.querySelectorAll<HTMLElement>("tr[data-text]")];
  const name = `filter ${location.pathname}`;
  const { total = "0", one = "", more = "" } = output.dataset;
  const filter = (): void => {
    const words = foldLetters(input.value.replaceAll("#", " ")).split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      const isShown = words.every((word) => (row.dataset["text"] ?? "").includes(word));
      row.toggleAttribute("hidden", !isShown);
      if (isShown) shown++;
    }
    const all = `${total} ${total === "1" ? one : more}`;
    const matching = shown === 0 ? `None of the ${all} match.` : `${shown} of ${all}`;
    output.value = input.value.trim() === "" ? all : matching;
    keep(name, input.value);
  };
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    input.value = "";
    filter();
  });
  if (input.value === "") input.value = kept(name) ?? "";
  filter();
}
