import type { Bank } from "../bank/bank.ts";
import type { OpenedShare } from "../jobs/open-shared.ts";

/** What a server is started with. */
export interface ServerWorld {
  bank: Bank;
  /** Today as `YYYY-MM-DD`. */
  today: () => string;
  /** Who stories and posts are kept as written by; null where the bank does not keep that. */
  signer: () => Promise<string | null>;
  /** Leaves out what writes. */
  isReadOnly: boolean;
  /** Shows confidential stories and private names, too. */
  isWhole: boolean;
  /** Hears what is no fault of the assistant's. */
  onBug: (error: unknown) => void;
}

/** What a tool works with: the bank, what the assistant is shown of it, and the day. */
export interface Desk {
  bank: Bank;
  share: OpenedShare;
  today: string;
  signer: ServerWorld["signer"];
  /** Whether nothing is hidden. */
  isWhole: boolean;
}
