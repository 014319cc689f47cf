import type { Bank } from "../bank/bank.ts";
import type { FileWithText } from "../bank/files-with-text.ts";
import { wordReadProblem } from "../bank/read-problem.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { resolveStoryOrPost, unpublished } from "../bank/resolve-post.ts";
import { examinePost, examineStory } from "../check/examine.ts";
import { type Finding, sortFindings } from "../check/finding.ts";
import { type Levels, readLevels } from "../check/levels.ts";
import type { RepairText } from "../check/rule.ts";
import { UserError } from "../errors.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { isQuantity, type Quantity } from "../language/quantity.ts";
import { loadCounter } from "../post/counting.ts";
import { placeOf } from "../post/free-slot.ts";
import { findHook } from "../post/opening.ts";
import { findPlatform, foldOn, PLATFORMS } from "../post/platforms.ts";
import type { Post, PostHead } from "../post/post.ts";
import { findPublished } from "../post/sections.ts";
import { hookKey } from "../post/uses.ts";
import { deriveReading, type StoryReading } from "../story/reading.ts";
import type { Story, StoryHead } from "../story/story.ts";
import { readPlainLines } from "../text/plain.ts";
import { groupBy } from "./group-by.ts";
import { loadReview } from "./post-review.ts";
import { readTemplateTexts } from "./template-texts.ts";
import { readToldStory } from "./told-story.ts";
import { isTooLong, tooLong } from "./too-long.ts";

/** A bank's settings and posts, read once, against which any number of posts and stories are checked. */
export interface Check {
  readonly levels: Levels;
  /** `reading` saves reading the post's story where the caller has done so. */
  post(file: { post: Post; text: string }, reading?: StoryReading): Promise<Finding[]>;
  story(file: FileWithText<Story>): Promise<Finding[]>;
}

/**
 * Prepares to check posts and stories of a bank.
 *
 * @throws UserError when `check:` in storybank.yaml names a rule or level that is not there.
 */
export async function openCheck(bank: ReadableBank, posts: readonly PostHead[]): Promise<Check> {
  const config = await bank.config();
  const { levels, problems } = readLevels(config.check);
  const [problem] = problems;
  if (problem !== undefined)
    throw new UserError(`check: in storybank.yaml: ${problem.message}`, { hint: problem.remedy });
  let templateFigures: Quantity[] | undefined;
  const byStory = groupBy(posts, (post) => post.story);
  const byPlace = groupBy(posts, (post) => placeOf(post, config.calendar));
  const byHook = groupBy(posts, (post) => (post.hook === null ? null : hookKey(post.hook)));
  // Only the last story is kept: its posts come right after it, and a large bank's stories would fill the memory.
  let last: { id: string; reading: StoryReading | null } | null = null;
  const readingOf = async (id: string | null): Promise<StoryReading | null> => {
    if (id === null) return null;
    if (last?.id === id) return last.reading;
    const story = await bank.wholeStoryById(id);
    const reading = readToldStory(story, config.private);
    last = { id, reading };
    return reading;
  };
  return {
    levels,
    async post({ post, text }, reading) {
      if (isTooLong(text)) return [tooLong(post.path)];
      const { markdown, firstLine } = findPublished(post);
      const lines = readPlainLines(markdown, { firstLine });
      const platform = findPlatform(post.platform) ?? PLATFORMS[0];
      if (platform === undefined) return [];
      const subject = {
        post,
        text,
        platform,
        counter: await loadCounter(platform),
        markdown,
        firstLine,
        lines,
        hook: findHook(post, lines),
        story: reading !== undefined && config.private.length === 0 ? reading : await readingOf(post.story),
        sameStory: without(post, byStory.get(post.story ?? "")),
        sameHook: without(post, byHook.get(hookKey(post.hook ?? ""))),
        samePlace: without(post, byPlace.get(placeOf(post, config.calendar) ?? "")),
        calendar: config.calendar,
        fold: foldOn(platform, config.fold),
        privateNames: config.private,
        templateFigures: templateFigures ?? [],
        register: config,
        review: await loadReview(config, post),
        repair: await loadRepair(text),
      };
      const findings = examinePost(subject, levels);
      // The templates are read only for a post that has a figure which its story does not explain.
      if (templateFigures !== undefined || !findings.some(({ rule }) => rule === "figure-not-in-story"))
        return findings;
      const texts = await readTemplateTexts(bank, config);
      templateFigures = texts.flatMap((each) => findTextFigures(each).filter(isQuantity));
      return examinePost({ ...subject, templateFigures }, levels);
    },
    async story({ item, text }) {
      if (isTooLong(text)) return [tooLong(item.path)];
      const reading = deriveReading(item);
      if (config.private.length === 0) last = { id: item.id, reading };
      return examineStory({ reading, text, repair: await loadRepair(text) }, levels);
    },
  };
}

function without(post: Post, posts: readonly PostHead[] = []): PostHead[] {
  return posts.filter((other) => other.path !== post.path);
}

/** What was read wrongly has at least two characters beyond ASCII side by side; the tables for it are slow to load. */
async function loadRepair(text: string): Promise<RepairText | null> {
  // An emoji is two units and one character; looking for units is faster.
  if (!/[^\0-\x7f]{2}/.test(text) || !/[^\0-\x7f]{2}/u.test(text)) return null;
  const { repairEncoding } = await import("../encoding/repair.ts");
  return (damaged) => repairEncoding(damaged).text;
}

export interface CheckReport {
  findings: readonly Finding[];
  stories: number;
  posts: number;
}

/** Checks a whole bank, or the stories and posts that are named. `onProgress` hears how many files are done, of how many. */
export async function checkBank(
  given: Bank,
  names: readonly string[],
  onProgress: (done: number, of: number) => void,
): Promise<CheckReport> {
  const findings: Finding[] = [];
  const bank = given.withSkips((path, problem) => {
    given.skip(path, problem);
    findings.push({
      rule: "unreadable",
      level: "error",
      file: path,
      line: 1,
      message: `The file is skipped everywhere: ${wordReadProblem(problem)}.`,
      remedy: "Mend it in an editor.",
      excerpt: null,
      start: 0,
      end: 0,
      fix: null,
    });
  });
  const posts = await bank.posts();
  const check = await openCheck(bank, posts);
  const wanted = names.length === 0 ? null : findNamed(await bank.stories(), posts, names);
  const report = { stories: 0, posts: 0 };
  const total = wanted === null ? bank.ids("stories").length + posts.length : wanted.stories.size + wanted.posts.size;
  const byStory = groupBy(posts, (post) => post.story);
  const left = new Set(wanted?.posts ?? posts.map(({ path }) => path));
  const checkPosts = async (paths: ReadonlySet<string>): Promise<void> => {
    for await (const { item, text } of bank.wholePostsInOrder({ paths })) {
      findings.push(...(await check.post({ post: item, text })));
      left.delete(item.path);
      report.posts++;
      onProgress(report.stories + report.posts, total);
    }
  };
  // A story's posts follow it, while what was read of it is still at hand.
  for await (const file of bank.wholeStoriesInOrder({ paths: wanted?.stories })) {
    findings.push(...(await check.story(file)));
    report.stories++;
    onProgress(report.stories + report.posts, total);
    const own = byStory.get(file.item.id) ?? [];
    await checkPosts(new Set(own.map(({ path }) => path).filter((path) => left.has(path))));
  }
  await checkPosts(left);
  // Of files that nobody named, what keeps them from being read is not asked for.
  const isNamed = ({ rule, file }: Finding): boolean =>
    rule !== "unreadable" || wanted === null || wanted.stories.has(file) || wanted.posts.has(file);
  const unreadable = check.levels.get("unreadable");
  const shown = findings
    .filter((finding) => isNamed(finding) && !(finding.rule === "unreadable" && unreadable === "off"))
    .map((finding) =>
      finding.rule === "unreadable" && unreadable !== undefined && unreadable !== "off"
        ? { ...finding, level: unreadable }
        : finding,
    );
  return { findings: sortFindings(shown), ...report };
}

/** The paths of the stories and posts that names mean; a story's name means its unpublished posts, too. */
function findNamed(
  stories: readonly StoryHead[],
  posts: readonly PostHead[],
  names: readonly string[],
): { stories: Set<string>; posts: Set<string> } {
  const wanted = { stories: new Set<string>(), posts: new Set<string>() };
  for (const name of names) {
    const { kind, head } = resolveStoryOrPost(stories, posts, name);
    if (kind === "post") wanted.posts.add(head.path);
    else {
      wanted.stories.add(head.path);
      for (const { path } of unpublished(posts.filter((post) => post.story === head.id))) wanted.posts.add(path);
    }
  }
  return wanted;
}
