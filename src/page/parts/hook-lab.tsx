import { formatDate, parseDate } from "../../calendar/dates.ts";
import { GIVEN_FACTS } from "../../hooks/facts.ts";
import type { OfferedHook } from "../../hooks/offer.ts";
import type { StoryView } from "../../jobs/story-view.ts";
import { foldAt } from "../../post/fold.ts";
import { nameHook } from "../../post/notes.ts";
import { findDraftWays, isOpen, writeDraftCommand } from "../../post/open-posts.ts";
import { Command, Words } from "./small.tsx";

interface HookLabProps {
  view: StoryView;
  author: string | null;
  fold: number;
}

/** Every hook a story can have, each as the first lines of a card above the fold, with its score and what made it. */
export function HookLab({ view: { hooks, openings, read, posts, usualPlatform }, author, fold }: HookLabProps) {
  const made = hooks.filter(({ text }) => text !== null);
  const lacking = hooks.filter(({ text }) => text === null);
  const open = posts.filter(isOpen);
  const published = posts.findLast(({ status }) => status === "published");
  const given = lacking.flatMap(({ missing }) => missing).find((name) => GIVEN_FACTS.includes(name));
  return (
    <section class="lab" id="hooks">
      <h2>Hooks</h2>
      {open.length > 0 && made.length > 0 ? (
        <p class="faint">
          The story has a post that is not published yet: with --replace, it goes to the trash; with --another, it
          stays.
        </p>
      ) : null}
      {published?.date == null || made.length === 0 ? null : (
        <p class="faint">
          It was told on {wordDate(published.date)}: until the story has had its rest, draft takes --force to tell it
          again.
        </p>
      )}
      {made.length === 0 ? <p>No hook can be made of this story yet.</p> : null}
      <ol class="hooks">
        {made.map((hook, index) => (
          <li class="hook-card">
            <Teaser hook={hook} opening={openings.get(hook.template) ?? ""} author={author} fold={fold} />
            <Reasons hook={hook} number={index + 1} />
            <p class="facts">
              <Words>{nameHook(hook.template)}</Words>
              {hook.template === "own" ? null : <Words>{hook.angle}</Words>}
            </p>
            {findDraftWays(open, { template: hook.template, text: hook.text ?? "" }).map((way) => (
              <p>
                <Command words={writeDraftCommand(read.story.id, hook.template, way, usualPlatform)} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      {lacking.length === 0 ? null : (
        <details class="more-facts" id="lacking">
          <summary>Not on offer, for want of a fact: {lacking.length}</summary>
          <ul>
            {lacking.map(({ template, missing, problem }) => (
              <li>
                <Words>{template}</Words>: {problem ?? `lacks ${missing.join(", ")}`}
              </li>
            ))}
          </ul>
          {given === undefined ? null : (
            <p>
              Give a fact with <Command words={["edit", read.story.id, "--set", `facts.${given}=…`]} />
            </p>
          )}
        </details>
      )}
    </section>
  );
}

function wordDate(written: string): string {
  const date = parseDate(written);
  return date === null ? written : formatDate(date);
}

/** What a phone shows of a post that opens with the hook. */
function Teaser({ hook, opening, author, fold }: { hook: OfferedHook; opening: string } & Omit<HookLabProps, "view">) {
  const text = [hook.text ?? "", opening].filter((part) => part !== "").join("\n\n");
  const shown = text.slice(0, foldAt(text, fold));
  const isCut = shown.length < (hook.text ?? "").length;
  return (
    <div class="teaser">
      <p class="faint">
        <bdi>{author ?? "You"}</bdi>
      </p>
      <p class="above-fold" dir="auto">
        {shown.trimEnd()}
        {shown.length < text.length ? <span class="faint"> …more</span> : null}
      </p>
      {isCut ? <p class="finding warning">The fold cuts it off.</p> : null}
    </div>
  );
}

function Reasons({ hook: { score, findings }, number }: { hook: OfferedHook; number: number }) {
  const gained = findings.filter(({ points }) => points > 0);
  const missed = findings.filter(({ points }) => points === 0).toSorted((a, b) => b.of - a.of);
  return (
    <details class="reasons" id={`reasons-${number}`}>
      <summary>
        <meter
          min={0}
          max={100}
          low={50}
          high={75}
          optimum={100}
          value={score ?? 0}
          aria-label={`Score ${score} of 100`}
        ></meter>{" "}
        <strong>{score}</strong>
        {missed.length === 0 ? null : (
          <span class="faint"> misses: {missed.map(({ message }) => message).join("; ")}</span>
        )}
      </summary>
      <ul>
        {gained.map(({ points, message }) => (
          <li>
            <span class="points good">+{points}</span> {message}
          </li>
        ))}
        {missed.map(({ of, message }) => (
          <li>
            <span class="points bad">−{of}</span> {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
