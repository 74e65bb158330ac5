// Answers "what is told to whom?" (NTF-106): one notice, as every room words its own and `notify` sends it.
import type { Urgency } from "./schema.ts";

export type NoticeWords = {
  /** `area.what`, such as `voting.vote_needed`. */
  readonly kind: string;
  readonly title: string;
  readonly body?: string;
  /** Path in the product, such as `/proposals/PRP-7K3M9Q2A`. */
  readonly href: string;
  readonly urgency?: Urgency;
  /** The same key tells the same person once, whatever is repeated (NTF-106). */
  readonly sourceKey?: string;
};

export type Notice = NoticeWords & { readonly userIds: readonly string[] };
