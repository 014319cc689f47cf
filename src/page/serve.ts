import { createServer, type RequestListener, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { watchBank } from "../bank/watch.ts";
import { UserError } from "../errors.ts";
import { type AppWorld, createApp } from "./app.tsx";
import { readAssets } from "./assets.ts";
import { createChanges } from "./events.ts";
import { refuseRequest } from "./guard.ts";

/** Only programs on this computer can reach it. */
const HOST = "127.0.0.1";

export const DEFAULT_PORT = 4321;

/** How many ports are tried, from the wanted one up. */
const TRIES = 20;

export interface ServeOptions extends Pick<AppWorld, "bank" | "today" | "onBug"> {
  assetsDir: string;
  port: number;
  /** Hears why the page can't follow the files any more. */
  onTrouble(reason: string): void;
}

export interface ServedPage {
  url: string;
  /** The port it came to, which is another one where the wanted one was taken. */
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the pages of a bank on this computer alone, and tells open pages of every change on disk.
 *
 * @throws UserError when none of the ports is free.
 */
export async function servePage({ port: wanted, onTrouble, assetsDir, ...world }: ServeOptions): Promise<ServedPage> {
  const changes = createChanges();
  const app = createApp({ ...world, changes, assets: readAssets(assetsDir) });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  let port = wanted;
  const server = createServer(guarded(answer, () => port));
  // The first page would wait for what makes it to be loaded.
  const [stopWatching] = await Promise.all([watchBank(world.bank.root, changes.tell, onTrouble), app.request("/")]);
  port = await listen(server, wanted).catch(async (error: unknown) => {
    await stopWatching();
    throw error;
  });
  return {
    url: `http://${HOST}:${port}/`,
    port,
    async close() {
      server.closeAllConnections();
      await Promise.all([stopWatching(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

/** Refuses what is not asked by this very page, before anything else looks at it. */
function guarded(answer: RequestListener, port: () => number): RequestListener {
  return (request, response) => {
    const refusal = refuseRequest({ method: request.method, target: request.url, headers: request.headers }, port());
    if (refusal === null) return answer(request, response);
    response.writeHead(refusal.status, {
      "Content-Type": "text/plain; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      Connection: "close",
      ...(refusal.status === 405 ? { Allow: "GET" } : {}),
    });
    response.end(`${refusal.message}\n`);
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= LAST_PORT; port++)
    if (await tryPort(server, port)) return portOf(server);
  throw new UserError(`No port from ${wanted} to ${Math.min(wanted + TRIES - 1, LAST_PORT)} is free.`, {
    hint: "Name another one: storybank serve --port 8080",
  });
}

const LAST_PORT = 65_535;

/** Returns false where the port is taken. */
function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(
          new UserError(`Port ${port} can't be used without permission.`, {
            hint: "Ports from 1024 on need none: storybank serve --port 4321",
            cause: error,
          }),
        );
      else reject(error);
    };
    server.once("error", onError);
    server.listen(port, HOST, () => {
      server.off("error", onError);
      resolve(true);
    });
  });
}

/** Port 0 lets the system choose. */
function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
