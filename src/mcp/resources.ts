import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { UserError } from "../errors.ts";
import { openShared } from "../jobs/open-shared.ts";
import { visibleLine } from "../render/visible.ts";
import { answer, wordFailure } from "./answer.ts";
import type { Desk, ServerWorld } from "./desk.ts";
import { LONGEST_ANSWER, toText } from "./pages.ts";
import type { AnswerValue } from "./tool.ts";
import { READ_PAGED, readNamed } from "./tools/read.ts";

type Kind = "story" | "post";

const MIME = "application/yaml";

/** Offers every story and post as a resource, `storybank://story/ID`, whose text is what `read` answers. */
export function registerResources(server: McpServer, world: ServerWorld): void {
  for (const kind of ["story", "post"] as const) {
    const complete = { id: (begun: string) => completeIds(world, kind, begun) };
    server.registerResource(
      kind,
      new ResourceTemplate(`storybank://${kind}/{+id}`, { list: undefined, complete }),
      { title: kind === "story" ? "Stories" : "Posts", mimeType: MIME },
      (uri) => readResource(world, uri.href),
    );
  }
  // The SDK's own lists know no pages, and takes no address with one.
  server.server.setRequestHandler("resources/list", ({ params }) => listResources(world, params?.cursor));
  server.server.setRequestHandler("resources/read", ({ params }) => readResource(world, params.uri));
}

async function readResource(world: ServerWorld, uri: string) {
  const { kind, id, page } = parseAddress(uri);
  try {
    const more = `Read ${addressOf(kind, id)}?page=${page + 1}`;
    const run = (desk: Desk): Promise<AnswerValue> => readNamed(desk, kind, id);
    const value = await answer(world, { paged: READ_PAGED, page, run, more });
    return { contents: [{ uri, mimeType: MIME, text: toText(value) }] };
  } catch (error) {
    throw new ResourceNotFoundError(uri, wordFailure(error, world));
  }
}

function addressOf(kind: Kind, id: string): string {
  return `storybank://${kind}/${id.split("/").map(encodeURIComponent).join("/")}`;
}

function parseAddress(uri: string): { kind: Kind; id: string; page: number } {
  const [, kind, path = "", page = "1"] =
    /^storybank:\/\/(story|post)\/([^?#]+)(?:\?page=([1-9]\d{0,4}))?$/.exec(uri) ?? [];
  if (kind !== "story" && kind !== "post") throw new ResourceNotFoundError(uri);
  try {
    return { kind, id: decodeURIComponent(path), page: Number(page) };
  } catch {
    throw new ResourceNotFoundError(uri);
  }
}

/** As many as an answer may hold; the cursor is the number of those before it. */
async function listResources(world: ServerWorld, cursor = "0") {
  const shared = await shareOf(world);
  const [stories, posts] = [await shared.bank.stories(), await shared.bank.posts()];
  const all = [...stories.map((story) => resourceOf("story", story)), ...posts.map((post) => resourceOf("post", post))];
  const from = /^\d{1,9}$/.test(cursor) ? Number(cursor) : all.length;
  let room = LONGEST_ANSWER - 100;
  const resources = all.slice(from).filter((resource) => {
    room -= JSON.stringify(resource).length + 1;
    return room >= 0;
  });
  const next = from + resources.length;
  return { resources, ...(next < all.length ? { nextCursor: String(next) } : {}) };
}

function resourceOf(kind: Kind, { id, title }: { id: string; title: string }) {
  return { uri: addressOf(kind, id), name: visibleLine(id), title: visibleLine(title).slice(0, 200), mimeType: MIME };
}

const MOST_COMPLETIONS = 100;

/** The ids of stories or posts that begin like this. */
export async function completeIds(world: ServerWorld, kind: Kind, begun: string): Promise<string[]> {
  const { bank } = await shareOf(world);
  const heads = kind === "story" ? await bank.stories() : await bank.posts();
  const ids = heads.map(({ id }) => id).filter((id) => id.toLowerCase().startsWith(begun.toLowerCase()));
  return ids.slice(0, MOST_COMPLETIONS);
}

async function shareOf(world: ServerWorld) {
  try {
    return await openShared(world.bank, world.isWhole);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, wordFailure(error, world));
  }
}
