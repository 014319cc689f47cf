import { createBank } from "./bank.ts";
import { RELEASE } from "./fixtures.ts";

/** What `check` says of a post of the story of the release, but for advice. */
export async function findings(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const bank = createBank({
    "stories/release.md": RELEASE,
    "posts/p.md": `---\ntitle: P\nstory: release\n---\n## Final Optimized Post\n\n${text}\n\nAnd you?\n`,
    ...files,
  });
  const found = await bank.json<{ file: string; level: string; message: string }[]>("check p");
  return found.filter(({ level }) => level !== "advice").map(({ message }) => message);
}
