import { say } from "./state.ts";

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
      say("");
      refresh();
    });
    events.addEventListener("error", () => {
      wasAway = true;
      say("storybank serve has ended; this page follows no more.");
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
      await replaceMain(dress).catch(() => say("This page could not be brought up to date."));
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
  const focused = focus === null || focus === document.body ? "" : focus.id;
  const input =
    focus instanceof HTMLInputElement ? ([focus.value, focus.selectionStart, focus.selectionEnd] as const) : null;
  const open = new Map([...document.querySelectorAll("details[id]")].map(({ id }) => [id, isOpen(id)]));
  return () => {
    for (const [id, wasOpen] of open) document.getElementById(id)?.toggleAttribute("open", wasOpen);
    const again = focused === "" ? null : document.getElementById(focused);
    if (again instanceof HTMLInputElement && again.type === "search" && input !== null) {
      again.value = input[0];
      again.focus({ preventScroll: true });
      again.setSelectionRange(input[1], input[2]);
    } else again?.focus({ preventScroll: true });
    scrollTo({ left: x, top: y, behavior: "instant" });
  };
}

function isOpen(id: string): boolean {
  return document.getElementById(id)?.hasAttribute("open") === true;
}
