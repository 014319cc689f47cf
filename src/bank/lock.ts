import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { isRunning, OWN_PID, startTime } from "./process.ts";
import { isLinkless, makeFolder, temporaryIn, wordWriteError } from "./write.ts";

/** Who holds a lock; `token` is new for every acquisition. */
interface Owner {
  pid: number;
  start: string | null;
  host: string;
  token: string;
}

const PATIENCE_MS = 30_000;
const POLL_MS = 20;
let counter = 0;

/**
 * Runs a change while nobody else changes the bank. Waits for a living owner; takes over at once from a dead one.
 *
 * @throws UserError when another living process, or one on another machine, keeps the lock for 30 seconds.
 */
export async function withLock<T>(root: string, change: () => T | Promise<T>): Promise<T> {
  const path = join(root, ".storybank", "lock");
  const owner = await acquire(path);
  try {
    return await change();
  } finally {
    release(path, owner);
  }
}

/** The bank's lock and the locks of those that took one over, where their owner is gone. */
export function findStaleLocks(root: string): { name: string; pid: number }[] {
  const folder = join(root, ".storybank");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^lock(?:\.|$)/.test(name) && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .flatMap((name) => {
      const owner = readOwner(join(folder, name));
      return owner !== null && isDead(owner) ? [{ name, pid: owner.pid }] : [];
    });
}

/** Removes a lock whose owner is gone, in the way in which it would be taken over. */
export async function clearStaleLock(root: string, name: string): Promise<void> {
  const path = join(root, ".storybank", name);
  release(path, await acquire(path));
}

async function acquire(path: string): Promise<Owner> {
  const owner: Owner = {
    pid: OWN_PID,
    start: startTime(OWN_PID),
    host: hostname(),
    token: `${OWN_PID}-${Date.now().toString(36)}-${++counter}`,
  };
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (claim(path, owner)) return owner;
    const holder = readOwner(path);
    if (holder !== null && isDead(holder) && (await takeOver(path, holder, owner))) return owner;
    if (Date.now() > deadline) {
      const who = holder === null ? "" : ` (process ${holder.pid} on ${holder.host})`;
      throw new UserError(`Another storybank${who} is changing this bank.`, {
        hint: `Wait for it to end. If you are sure that it is gone, delete ${path}.`,
        code: 1,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Makes the lock file appear with its content in one step, unless there is one. */
function claim(path: string, owner: Owner): boolean {
  makeFolder(dirname(path));
  const mine = writeMine(path, owner);
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    if (!isLinkless(error)) throw wordWriteError(path, error);
    return claimWithoutLink(path, owner);
  } finally {
    rmSync(mine, { force: true });
  }
}

function claimWithoutLink(path: string, owner: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw wordWriteError(path, error);
  }
}

/**
 * Replaces a dead owner's lock. Two that find the same dead owner must not both: who replaces it holds a second lock,
 * named after the dead owner's token, and looks again. That lock can be taken over in the same way.
 */
async function takeOver(path: string, dead: Owner, owner: Owner): Promise<boolean> {
  const guard = `${path}.${dead.token}`;
  const guarding = await acquire(guard);
  try {
    if (readOwner(path)?.token !== dead.token) return false;
    renameSync(writeMine(path, owner), path);
    return true;
  } finally {
    release(guard, guarding);
  }
}

function release(path: string, owner: Owner): void {
  if (readOwner(path)?.token === owner.token) unlinkSync(path);
}

function writeMine(path: string, owner: Owner): string {
  const mine = temporaryIn(dirname(path));
  try {
    writeFileSync(mine, JSON.stringify(owner));
    return mine;
  } catch (error) {
    rmSync(mine, { force: true });
    throw wordWriteError(path, error);
  }
}

function readOwner(path: string): Owner | null {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof owner === "object" && owner !== null && "pid" in owner && "token" in owner && "host" in owner)
      return owner as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  }
  return unreadableOwner(path);
}

/** A lock that can't be read was left half written, unless it is so young that it may be being written now. */
function unreadableOwner(path: string): Owner | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile())
    throw new UserError(`${path} is no file, so the bank can't be locked.`, { hint: "Remove it.", code: 1 });
  const isYoung = Date.now() - found.mtimeMs < 500;
  return { pid: isYoung ? OWN_PID : 0, start: null, host: hostname(), token: "unreadable" };
}

function isDead(owner: Owner): boolean {
  if (owner.host !== hostname()) return false;
  return owner.pid === 0 || !isRunning(owner.pid, owner.start);
}
