import { recall, remember } from "./state.ts";

/** Turns sections below each other into tabs (the tabs pattern of the ARIA Authoring Practices). */
export function showTabs(): void {
  for (const group of document.querySelectorAll<HTMLElement>("[data-tabs]")) {
    const panels = [...group.querySelectorAll<HTMLElement>(":scope > .panel")];
    if (panels.length < 2 || group.querySelector("[role=tablist]") !== null) continue;
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", group.dataset["tabs"] ?? "");
    const tabs = panels.map((panel) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `tab-${panel.id}`;
      tab.textContent = panel.dataset["title"] ?? panel.id;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      return tab;
    });
    const name = `tab ${location.pathname}`;
    const choose = (index: number, isByHand: boolean): void => {
      for (const [at, tab] of tabs.entries()) {
        tab.setAttribute("aria-selected", String(at === index));
        tab.tabIndex = at === index ? 0 : -1;
        panels[at]?.toggleAttribute("hidden", at !== index);
      }
      if (!isByHand) return;
      tabs[index]?.focus();
      remember(name, panels[index]?.id ?? "");
    };
    list.addEventListener("click", (event) => {
      const index = tabs.indexOf(event.target as HTMLButtonElement);
      if (index >= 0) choose(index, true);
    });
    list.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(event.target as HTMLButtonElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      choose((to + tabs.length) % tabs.length, true);
    });
    list.append(...tabs);
    group.prepend(list);
    const chosen = panels.findIndex((panel) => panel.id === recall(name));
    choose(Math.max(0, chosen), false);
  }
}
