/** The addresses of the pages, as one page writes them to another. */
export interface Links {
  week(week: number): string | null;
  story(id: string, line?: number | null): string;
  /** With a line of its file, the place of that line on the card. */
  post(id: string, line?: number): string;
  home: string;
  stories: string;
  posts: string;
  stats: string;
  /** Null where names are nobody else's business: in exported pages. */
  names: string | null;
  asset(name: string): string;
}

/** Weeks have four digits at most, as on the command line. */
const LAST_WEEK = 9999;

/** The addresses while the page is served; the frame of all of them is the server's root. */
export const SERVED: Links = {
  week: (week) => (week > LAST_WEEK ? null : `/week/${week}`),
  story: (id, line) => `/stories/${encodePath(id)}${anchor(line)}`,
  post: (id, line) => `/posts/${encodePath(id)}${anchor(line)}`,
  home: "/",
  stories: "/stories",
  posts: "/posts",
  stats: "/stats",
  names: "/names",
  asset: (name) => `/assets/${name}`,
};

/** The addresses between exported files, as seen from a file so many folders deep. A week that is not exported has none. */
export function exportedLinks(depth: number, weeks: ReadonlySet<number>): Links {
  const up = "../".repeat(depth);
  return {
    week: (week) => (weeks.has(week) ? `${up}week/${week}.html` : null),
    story: (id, line) => `${up}stories/${encodePath(id)}.html${anchor(line)}`,
    post: (id, line) => `${up}posts/${encodePath(id)}.html${anchor(line)}`,
    home: `${up}index.html`,
    stories: `${up}stories.html`,
    posts: `${up}posts.html`,
    stats: `${up}stats.html`,
    names: null,
    asset: (name) => `${up}assets/${name}`,
  };
}

/** Half a character, as YAML's escapes can write it, has no address. */
function encodePath(id: string): string {
  return id
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** Every line of a story or post can be pointed at. */
export function lineAnchor(line: number): string {
  return `L${line}`;
}

function anchor(line: number | null | undefined): string {
  return line == null ? "" : `#${lineAnchor(line)}`;
}
