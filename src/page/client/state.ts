/** Says something in the page's corner, which screen readers read out. */
export function say(words: string): void {
  const place = document.getElementById("state");
  if (place !== null) place.textContent = words;
}

const PREFIX = "storybank.";

/** What somebody has chosen on this page stays so while it is open and when it is loaded again. */
export function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}
