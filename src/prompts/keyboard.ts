import { Cancelled } from "../errors.ts";
import { createKeyReader, joinPastes, type Key } from "./keys.ts";

/** What of a terminal's input is used; standard input is one. */
export interface Input extends NodeJS.ReadableStream {
  setRawMode?(isRaw: boolean): unknown;
}

/** A question while it is asked. */
interface Asking {
  onKey(key: Key): void | Promise<void>;
  /** Shows what the keys have done; called once for those that came together. */
  draw?(): void;
  /** Shows the question again after the program was suspended. */
  redraw?(): void;
  /** Ends the question without an answer. */
  fail(error: unknown): void;
}

interface Question extends Asking {
  takesText: boolean;
}

export interface Keyboard {
  /**
   * Hands keys to a question until it is settled. What was typed ahead of it comes first; what was typed ahead of the next
   * one is kept for that. Where text is taken, lines that come at once are one paste.
   */
  ask<T>(takesText: boolean, start: (settle: Settle<T>) => Asking): Promise<T>;
}

interface Settle<T> {
  done(answer: T): void;
  fail(error: unknown): void;
}

/** What a process lets be done at its end and on Ctrl-Z. */
export interface Signals {
  /** Calls back when the process ends, however it does; returns how to call that off. */
  onExit(leave: () => void): () => void;
  /** Suspends the process and calls back when it goes on; absent where there are no jobs. */
  suspend?: ((goOn: () => void) => void) | undefined;
}

/** How long a lone Esc waits for the rest of a sequence, and half a sequence for its other half, in milliseconds. */
const ESCAPE_WAIT = 150;
const SEQUENCE_WAIT = 1000;
/** How long a paste without marks may pause between its chunks. */
const PASTE_WAIT = 30;
/** Chunks of so many bytes are not typed, so more of them may come. */
const LARGE_CHUNK = 512;

/** Owns the terminal's input while questions are asked: raw mode and the marks around pastes are on only then. */
export function createKeyboard(
  input: Input,
  { send, onExit, suspend }: Signals & { send(sequence: string): void },
): Keyboard {
  const reader = createKeyReader();
  /** Keys that came at once stand together. */
  const bursts: Key[][] = [];
  let isBurstOpen = false;
  let question: Question | null = null;
  let isHandingOut = false;
  let timer: NodeJS.Timeout | undefined;

  /** Timers go before input that is waiting already; what they decide waits for that. */
  function later(milliseconds: number, decide: () => void): void {
    clearTimeout(timer);
    const mine = setTimeout(() => setImmediate(() => mine === timer && decide()), milliseconds);
    timer = mine;
  }

  function onData(chunk: Buffer | string): void {
    clearTimeout(timer);
    timer = undefined;
    const bytes = Buffer.from(chunk as string);
    add(reader.read(bytes));
    const burst = bursts.at(-1) ?? [];
    const unfinished = reader.unfinished();
    if (unfinished !== null)
      later(unfinished === "escape" ? ESCAPE_WAIT : SEQUENCE_WAIT, () => {
        add(reader.giveUp());
        endBurst();
      });
    if (bytes.length >= LARGE_CHUNK || joinPastes(burst).length < burst.length) {
      if (unfinished === null) later(PASTE_WAIT, endBurst);
    } else endBurst();
  }

  function add(keys: Key[]): void {
    if (keys.length === 0) return;
    if (isBurstOpen) bursts.at(-1)?.push(...keys);
    else bursts.push(keys);
    isBurstOpen = true;
  }

  function endBurst(): void {
    isBurstOpen = false;
    void handOut();
  }

  function take(takesText: boolean): Key | undefined {
    const [first] = bursts;
    if (first === undefined || (isBurstOpen && bursts.length === 1)) return undefined;
    const keys = takesText ? joinPastes(first) : first;
    const [key, ...others] = keys;
    if (others.length === 0) bursts.shift();
    else bursts[0] = others;
    return key;
  }

  async function handOut(): Promise<void> {
    if (isHandingOut) return;
    isHandingOut = true;
    for (;;) {
      const asked: Question | null = question;
      const key = asked === null ? undefined : take(asked.takesText);
      if (asked === null || key === undefined) break;
      await hand(key, asked).catch(asked.fail);
    }
    isHandingOut = false;
  }

  async function hand(key: Key, asked: Question): Promise<void> {
    if (key.kind === "key" && key.name === "suspend") return pause(asked);
    await asked.onKey(key);
    if (asked === question && bursts.length === 0) asked.draw?.();
  }

  const onEnd = (): void => question?.fail(new Cancelled());
  const leave = (): void => send("\u001b[?2004l");

  function takeTerminal(): void {
    input.setRawMode?.(true);
    send("\u001b[?2004h");
  }

  function leaveTerminal(): void {
    leave();
    input.setRawMode?.(false);
  }

  function pause(asked: Question): void {
    if (suspend === undefined) return;
    leaveTerminal();
    suspend(() => {
      if (question !== asked) return;
      takeTerminal();
      asked.redraw?.();
    });
  }

  function open(asked: Question): () => void {
    question = asked;
    const forgetExit = onExit(leave);
    takeTerminal();
    input.on("data", onData).on("end", onEnd).resume();
    void handOut();
    return () => {
      question = null;
      input.off("data", onData).off("end", onEnd).pause();
      clearTimeout(timer);
      timer = undefined;
      isBurstOpen = false;
      leaveTerminal();
      forgetExit();
    };
  }

  return {
    ask: (takesText, start) =>
      new Promise((resolve, reject) => {
        let close: (() => void) | undefined;
        let isSettled = false;
        const settle = (go: () => void): void => {
          if (isSettled) return;
          isSettled = true;
          close?.();
          go();
        };
        const asking = start({
          done: (answer) => settle(() => resolve(answer)),
          fail: (error) => settle(() => reject(error)),
        });
        if (!isSettled) close = open({ takesText, ...asking });
      }),
  };
}
