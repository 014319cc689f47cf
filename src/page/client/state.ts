/** Says something in the page's corner, which screen readers read out. */
export function announce(words: string): void {
  const place = document.getElementById("state");
  if (place === null) return;
  // The same words twice are read out twice only where something changed between them.
  place.textContent = "";
  setTimeout(() => {
    place.textContent = words;
  }, 50);
}

const PREFIX = "storybank.";

/** What somebody has chosen on this page stays so while it is open and when it is loaded again. */
export function remember(name: string, value: string): void {
  try {
    sessionStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}
