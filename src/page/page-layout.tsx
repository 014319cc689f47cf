import type { Child } from "hono/jsx";
import { type ReadProblem, wordReadProblem } from "../bank/read-problem.ts";
import type { Links } from "./links.ts";

/** What every page needs to know of where it is shown. */
export interface Place {
  links: Links;
  /** Whether it follows the files; exported pages don't. */
  isLive: boolean;
  /** The files that were skipped, with why. */
  skipped: readonly { path: string; problem: ReadProblem }[];
}

type Section = "week" | "stories" | "posts" | "stats" | "names";

interface PageLayoutProps extends Place {
  title: string;
  section: Section | null;
  children?: Child;
}

/** The layout of every page: the way around, what was skipped, and the page itself. */
export function PageLayout({ title, section, links, isLive, skipped, children }: PageLayoutProps) {
  const places: [Section, string, string | null][] = [
    ["week", "Week", links.home],
    ["stories", "Stories", links.stories],
    ["posts", "Posts", links.posts],
    ["stats", "Results", links.stats],
    ["names", "Names", links.names],
  ];
  return (
    <html lang="en" data-live={isLive ? "yes" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="storybank" />
        <meta name="robots" content="noindex" />
        <title>{title} · storybank</title>
        <link rel="icon" href={links.asset("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={links.asset("page.css")} />
        <script src={links.asset("page.js")} defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="top">
          <a class="brand" href={links.home}>
            storybank
          </a>
          <nav aria-label="Pages">
            {places.map(([name, words, href]) =>
              href === null ? null : (
                <a href={href} aria-current={name === section ? "page" : undefined}>
                  {words}
                </a>
              ),
            )}
          </nav>
          <p id="state" role="status"></p>
        </header>
        <main id="main" tabindex={-1}>
          <Skipped files={skipped} />
          {children}
        </main>
      </body>
    </html>
  );
}

function Skipped({ files }: { files: Place["skipped"] }) {
  if (files.length === 0) return null;
  return (
    <details class="notice" id="skipped" open>
      <summary>
        {files.length === 1
          ? "One file is skipped, since it can’t be read safely"
          : `${files.length} files are skipped, since they can’t be read safely`}
      </summary>
      <ul>
        {files.map(({ path, problem }) => (
          <li>
            <code>{path}</code>: {wordReadProblem(problem)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A page as it is sent. */
export function toDocument(page: Child): string {
  return `<!doctype html>\n${String(page)}\n`;
}
