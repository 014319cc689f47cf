import type { CallToolResult } from "@modelcontextprotocol/server";
import { type NameProblem, UserError } from "../errors.ts";
import { type OpenedShare, openShared } from "../jobs/open-shared.ts";
import { visibleLine } from "../render/visible.ts";
import type { Desk, ServerWorld } from "./desk.ts";
import { type PageOptions, toPage, toText } from "./pages.ts";
import type { AnswerValue } from "./tool.ts";

const LONGEST_REFUSAL = 2000;

/** What is asked for, and which keys of the answer may be long. */
export interface Asked extends PageOptions {
  paged: readonly string[];
  page: number;
  run: (desk: Desk) => Promise<AnswerValue>;
}

/**
 * Answers from what is shared of the bank as it is now. Whatever is answered goes through here, so that nothing can forget to take out
 * private names, to escape what nobody sees, or to keep to the length.
 *
 * @throws UserError worded for the assistant, without private names.
 */
export async function answer(world: ServerWorld, { paged, page, run, ...options }: Asked): Promise<AnswerValue> {
  const { bank, isWhole } = world;
  const share = await openShared(bank, isWhole);
  try {
    const found = await run({ bank, share, today: world.today(), signer: world.signer, isWhole });
    return toPage(share.hide(found), paged, page, options);
  } catch (error) {
    throw error instanceof UserError ? wordRefusal(error, share, isWhole) : error;
  }
}

/** The same for a tool: as text, which is all that some clients read, and as a value. A refusal is an answer, too. */
export async function answerTool(world: ServerWorld, asked: Asked): Promise<CallToolResult> {
  try {
    const value = await answer(world, asked);
    return { content: [{ type: "text", text: toText(value) }], structuredContent: value };
  } catch (error) {
    return { content: [{ type: "text", text: wordFailure(error, world) }], isError: true };
  }
}

/** What is said of an error; of a bug only that it is one, since the rest is for its author. */
export function wordFailure(error: unknown, { onBug }: Pick<ServerWorld, "onBug">): string {
  if (error instanceof UserError) return cut(visibleLine([error.message, error.hint].filter(Boolean).join(" ")));
  onBug(error);
  return "This is a bug in storybank, and nobody's fault here: the author finds it on the server's error output.";
}

/** A name that was asked for comes back in the refusal, however long it is. */
function cut(sentence: string): string {
  return sentence.length <= LONGEST_REFUSAL ? sentence : `${sentence.slice(0, LONGEST_REFUSAL)} …`;
}

/** Words a refusal for somebody who has these tools, and no shell. */
function wordRefusal(error: UserError, share: OpenedShare, isWhole: boolean): UserError {
  const { problem } = error;
  if (problem?.code === "confidential" && !isWhole)
    return new UserError("The story of that place is confidential, so it is not told here.", {
      hint: "Name another story.",
    });
  const hint = hintOf(error, share);
  return new UserError(share.hide(error.message), hint === undefined ? {} : { hint: share.hide(hint) });
}

function hintOf({ problem, hint }: UserError, share: OpenedShare): string | undefined {
  switch (problem?.code) {
    case "not-found":
    case "ambiguous":
      return hintAtName(problem);
    case "has-open-post":
      return `Read ${problem.posts.map(share.shownId).join(" or ")} and save over it with its hash, or set another to make a post beside it.`;
    case "told-too-soon":
      return "Choose another story, or give a later date.";
    case "missing-facts":
      return "Choose another of the story's hooks.";
    default:
      return hint;
  }
}

const MOST_CANDIDATES = 20;

function hintAtName(problem: NameProblem): string {
  if (problem.code === "ambiguous") return `Name one: ${problem.candidates.slice(0, MOST_CANDIDATES).join(", ")}.`;
  return problem.nearest === null ? "Find it with search." : `Did you mean ${problem.nearest}?`;
}
