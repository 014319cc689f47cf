/** Shows the line that the address or a link names, wherever on the page it is put away: on another tab, below a fold. */
export function goToLines(): void {
  addEventListener("hashchange", showLine);
  // The same link once more changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#L"]') : null;
    if (link !== null && link.hash === location.hash) showLine();
  });
  showLine();
}

function showLine(): void {
  const line = /^#L\d+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
  const panel = line?.closest<HTMLElement>(".panel");
  if (line == null) return;
  if (panel?.hidden === true) document.getElementById(`tab-${panel.id}`)?.click();
  panel?.querySelector<HTMLInputElement>("[data-switch=fold] input[value=whole]")?.click();
  line.scrollIntoView({ block: "center" });
}
