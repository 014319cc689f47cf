import { recall, remember } from "./state.ts";

type Fold = "phone" | "desktop" | "whole";

/** Cuts cards off at the fold; "…more" opens one, as it does for its readers. */
export function foldCards(): void {
  for (const panel of document.querySelectorAll<HTMLElement>(".panel")) {
    const card = panel.querySelector<HTMLElement>(".card[data-folds]");
    const radios = [...panel.querySelectorAll<HTMLInputElement>("[data-switch=fold] input")];
    if (card === null) {
      panel.querySelector("[data-switch=fold]")?.remove();
      continue;
    }
    const name = `fold ${location.pathname}`;
    const show = (fold: Fold): void => {
      card.dataset["fold"] = fold;
      for (const radio of radios) radio.checked = radio.value === fold;
      for (const more of card.querySelectorAll(".more")) more.setAttribute("aria-expanded", String(fold === "whole"));
    };
    const choose = (fold: Fold): void => {
      show(fold);
      remember(name, fold);
    };
    for (const radio of radios) radio.addEventListener("change", () => choose(radio.value as Fold));
    for (const more of card.querySelectorAll<HTMLElement>(".more"))
      more.addEventListener("click", () => {
        choose("whole");
        radios.find(({ checked }) => checked)?.focus({ preventScroll: true });
      });
    show((recall(name) as Fold | null) ?? "phone");
  }
}
