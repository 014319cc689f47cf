/** Arrows go from week to week, / to the filter. Keys that somebody types into a field, or that a control uses, stay theirs. */
export function goByKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest("input, textarea, select, [role=tablist], .scroll") != null) return;
    if (event.key === "/") {
      const filter = document.querySelector<HTMLInputElement>("#filter");
      if (filter === null) return;
      event.preventDefault();
      filter.focus();
      filter.select();
      return;
    }
    const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`);
    if (link === null) return;
    event.preventDefault();
    link.click();
  });
}
