import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import type { Bank } from "../bank/bank.ts";
import { findBank } from "../bank/find.ts";
import { type ReadProblem, wordReadProblem } from "../bank/read-problem.ts";
import type { ChangeFeed } from "./events.ts";
import { SERVED } from "./links.ts";
import { type Place, toDocument } from "./page-layout.tsx";
import { PAGES, type PageSource } from "./pages.tsx";
import { TroublePage } from "./views/trouble.tsx";
import { wordError } from "./word-error.ts";

/** What is served beside the pages: the style, the script, the icon. */
export interface Asset {
  name: string;
  type: string;
  text: string;
}

export interface AppWorld {
  bank: Bank;
  /** Today as `YYYY-MM-DD`, asked for anew by every page. */
  today(): string;
  assets: readonly Asset[];
  changes: ChangeFeed;
  /** Hears of a bug in storybank that kept a page from being made. */
  onBug(error: unknown): void;
}

/** So often an open page is sent a sign, so that one that went away is noticed. */
const HEARTBEAT_MS = 20_000;

const MEND = "Mend the file in your editor; it is left as it is, and this page comes back by itself.";

/** The pages as routes. Every request reads the bank as it is now. */
export function createApp(world: AppWorld): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      crossOriginResourcePolicy: "same-origin",
      referrerPolicy: "no-referrer",
      strictTransportSecurity: false,
      xFrameOptions: "DENY",
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header("Cache-Control", "no-store");
  });

  const show = async (
    make: (source: PageSource) => Promise<string | null>,
    file?: { kind: "story" | "post"; id: string },
  ): Promise<Response> => {
    const { root } = world.bank;
    // The settings may go, or become another version's, while the page is open.
    findBank({ flag: root, env: undefined, cwd: root });
    const skipped: { path: string; problem: ReadProblem }[] = [];
    const bank = world.bank.withSkips((path, problem) => void skipped.push({ path, problem }));
    const place = { links: SERVED, isLive: true };
    const page = await make({ bank, today: world.today(), place, skipped });
    if (page !== null) return html(page, 200);
    const path = `${file?.kind === "story" ? "stories" : "posts"}/${file?.id}.md`;
    const unread = skipped.find((each) => each.path === path);
    if (unread !== undefined)
      return trouble(
        { ...place, skipped: [] },
        500,
        "This can’t be read",
        `${path}: ${wordReadProblem(unread.problem)}.`,
        MEND,
      );
    const missing = file === undefined ? "There is no such page." : `There is no ${file.kind} “${file.id}”.`;
    return trouble({ ...place, skipped }, 404, "Nothing here", missing, "It may have been renamed or moved.");
  };

  app.get("/", () => show(PAGES.home));
  app.get("/week/:week{[1-9][0-9]{0,3}}", (context) =>
    show((source) => PAGES.week(source, Number(context.req.param("week")))),
  );
  app.get("/stories", () => show(PAGES.stories));
  app.get("/stories/:id{[\\s\\S]+}", (context) => {
    const id = context.req.param("id");
    return show((source) => PAGES.story(source, id), { kind: "story", id });
  });
  app.get("/posts", () => show(PAGES.posts));
  app.get("/posts/:id{[\\s\\S]+}", (context) => {
    const id = context.req.param("id");
    return show((source) => PAGES.post(source, id), { kind: "post", id });
  });
  app.get("/names", () => show(PAGES.names));
  app.get("/stats", () => show(PAGES.stats));
  for (const { name, type, text } of world.assets)
    app.get(SERVED.asset(name), () => new Response(text, { headers: { "Content-Type": type } }));

  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      const stop = world.changes.listen(() => void stream.writeSSE({ event: "change", data: "" }));
      stream.onAbort(stop);
      await stream.writeSSE({ event: "hello", data: "" });
      while (!stream.aborted) {
        await stream.sleep(HEARTBEAT_MS);
        await stream.writeSSE({ event: "still", data: "" });
      }
    }),
  );

  const bare: Place = { links: SERVED, isLive: true, skipped: [] };
  app.notFound(() => trouble(bare, 404, "Nothing here", "There is no such page."));
  app.onError((error) => {
    const said = wordError(error);
    if (said !== null) return trouble(bare, 500, "This can’t be shown", said.message, said.hint);
    world.onBug(error);
    return trouble(bare, 500, "A bug in storybank", "This page could not be made; the terminal says why.");
  });
  return app;
}

function trouble(place: Place, status: number, title: string, message: string, hint?: string): Response {
  const said = hint === undefined ? {} : { hint };
  return html(toDocument(<TroublePage title={title} message={message} {...said} {...place} />), status);
}

function html(page: string, status: number): Response {
  return new Response(page, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
