// Answers "what does one line of the record hold?" (AUD-1). Areas declare theirs in `events.ts` as a union of these.

/** JSON, as it goes into a leaf. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * `details` is hashed into the leaf and kept for ever: references, numbers, codes, digests; never a name, an address or
 * free text about a person. `personal` is what may have to be erased (AUD-5): the leaf holds only a salted commitment to it.
 */
export type AuditEvent<Action extends string = string, Details extends Record<string, Json> = Record<string, Json>> = {
  /** `area.past_tense`, such as `voting.ballot_cast`. */
  readonly action: Action;
  readonly subject: { readonly type: string; readonly reference: string };
  readonly details: Details;
  readonly personal?: Readonly<Record<string, Json>>;
  readonly outcome?: "done" | "denied" | "failed";
  readonly beforeDigest?: string | null;
  readonly afterDigest?: string | null;
  /** false: on record like any other, but the live feed does not tell of it. */
  readonly isAnnounced?: boolean;
};
