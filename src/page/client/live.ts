import { announce } from "./state.ts";

/**
 * Follows the files: at every change on disk the page is fetched again and put in place of the old one, which stays where it
 * was. Only a page that can be seen listens, since a browser keeps no more than six connections to a server.
 */
export function followFiles(dress: () => void): void {
  let events: EventSource | null = null;
  let wasAway = false;
  const refresh = refresher(dress);
  const listen = (): void => {
    events = new EventSource("/events");
    events.addEventListener("change", refresh);
    events.addEventListener("open", () => {
      if (!wasAway) return;
      wasAway = false;
      announce("");
      refresh();
    });
    events.addEventListener("error", () => {
      wasAway = true;
      announce("storybank serve has ended; this page follows no more.");
    });
  };
  const update = (): void => {
    if (document.visibilityState === "visible") {
      if (events === null) listen();
    } else {
      events?.close();
      events = null;
      wasAway = true;
    }
  };
  document.addEventListener("visibilitychange", update);
  // A page that comes back from the browser's memory may be old.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  update();
}

/** What brings the page up to date: once more, where something changed while it was under way. */
function refresher(dress: () => void): () => void {
  let isLoading = false;
  let isStale = false;
  const load = async (): Promise<void> => {
    isLoading = true;
    while (isStale) {
      isStale = false;
      await replaceMain(dress).catch(() => announce("This page could not be brought up to date."));
    }
    isLoading = false;
  };
  return () => {
    isStale = true;
    if (!isLoading) void load();
  };
}

let shown: string | null = null;

async function replaceMain(dress: () => void): Promise<void> {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const [main, next] = [document.querySelector("main"), fresh.querySelector("main")];
  if (main === null || next === null || next.innerHTML === shown) return;
  shown = next.innerHTML;
  const stays = remember();
  document.title = fresh.title;
  main.replaceChildren(...next.childNodes);
  stays();
  dress();
  stays();
}

/** Notes where somebody is on the page, and returns what puts them back there. */
function remember(): () => void {
  const [x, y] = [scrollX, scrollY];
  const focus = document.activeElement;
  const place = controls().indexOf(focus as HTMLElement);
  const words = focus?.textContent;
  const typed =
    focus instanceof HTMLInputElement ? ([focus.value, focus.selectionStart, focus.selectionEnd] as const) : null;
  const open = new Map([...document.querySelectorAll("details[id]")].map(({ id }) => [id, isOpen(id)]));
  return () => {
    for (const [id, wasOpen] of open) document.getElementById(id)?.toggleAttribute("open", wasOpen);
    if (focus !== null && place >= 0) {
      const alike = controls().filter((each) => each.tagName === focus.tagName && each.textContent === words);
      const again = (focus.id === "" ? null : document.getElementById(focus.id)) ?? nearest(alike, place);
      again?.focus({ preventScroll: true });
      if (again instanceof HTMLInputElement && again.type === "search" && typed !== null) {
        again.value = typed[0];
        again.setSelectionRange(typed[1], typed[2]);
      }
    }
    scrollTo({ left: x, top: y, behavior: "instant" });
  };
}

/** What the keyboard can reach, in its order. */
function controls(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main :is(a, button, input, summary, [tabindex])")];
}

function nearest(elements: readonly HTMLElement[], place: number): HTMLElement | undefined {
  const all = controls();
  return elements.toSorted((a, b) => Math.abs(all.indexOf(a) - place) - Math.abs(all.indexOf(b) - place))[0];
}

function isOpen(id: string): boolean {
  return document.getElementById(id)?.hasAttribute("open") === true;
}
