import { copyOnClick } from "./copy.ts";
import { filterTable } from "./filter.ts";
import { foldCards } from "./folds.ts";
import { goByKeys } from "./keys.ts";
import { goToLines } from "./lines.ts";
import { followFiles } from "./live.ts";
import { placeNotes } from "./notes.ts";
import { showTabs } from "./tabs.ts";
import { closeTips } from "./tips.ts";

/** Gives a page that has just been put in its place what script adds to it. Everything can be read without. */
function dress(): void {
  showTabs();
  foldCards();
  filterTable();
  placeNotes();
}

document.documentElement.classList.add("scripted");
dress();
copyOnClick();
goByKeys();
goToLines();
closeTips();
addEventListener("resize", placeNotes);
document.addEventListener("change", placeNotes);
document.addEventListener("click", placeNotes);
if (document.documentElement.dataset["live"] === "yes") followFiles(dress);
