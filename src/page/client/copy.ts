import { announce } from "./state.ts";

/** Copies the text of a copy button, exactly as it is. */
export function copyOnClick(): void {
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-copy]") : null;
    const text = button?.dataset["copy"];
    if (button == null || text === undefined) return;
    const isCopied = await copy(text);
    announce(isCopied ? "Copied." : "The browser did not let it be copied; select the text instead.");
    const words = button.textContent;
    if (!isCopied || button.classList.contains("done")) return;
    button.classList.add("done");
    button.textContent = "Copied";
    setTimeout(() => {
      button.classList.remove("done");
      button.textContent = words;
    }, 1500);
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The way of browsers that keep the clipboard from pages that are opened as a file. */
function copySelected(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}
