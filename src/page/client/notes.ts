const GAP = 8;

/** Where there is room beside a card, each line's findings are at its height, below those of the line before. */
export function placeNotes(): void {
  for (const lines of document.querySelectorAll<HTMLElement>(".lines")) {
    let free = 0;
    for (const notes of lines.querySelectorAll<HTMLElement>(".beside")) {
      notes.style.removeProperty("top");
      if (getComputedStyle(notes).position !== "absolute" || notes.offsetParent === null) continue;
      const top = Math.max(notes.parentElement?.offsetTop ?? 0, free);
      notes.style.top = `${top}px`;
      free = top + notes.offsetHeight + GAP;
    }
    lines.style.minHeight = `${free}px`;
  }
}
