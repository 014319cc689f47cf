/** Esc closes what a figure says of its place in the story; it comes again when one comes back to the figure. */
export function closeTips(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const figure of document.querySelectorAll<HTMLElement>(".figure:is(:hover, :focus-visible)")) {
      figure.classList.add("quiet");
      const reopen = (): void => figure.classList.remove("quiet");
      figure.addEventListener("pointerleave", reopen, { once: true });
      figure.addEventListener("blur", reopen, { once: true });
    }
  });
}
