// Answers "does this ballot count?" (VOT-3 to VOT-6, BRD-5). Asked under the proposal's row lock: what it accepts is counted.
import type { Verdict } from "../kernel/verdict.ts";
import { derivePhase, isPastDeadline, type ProposalRecord } from "./proposal-state.ts";
import type { Choice } from "./schema.ts";

export type BallotFacts = {
  readonly record: ProposalRecord;
  readonly now: Date;
  /** The voter's place in the frozen electorate. */
  readonly place: "elector" | "recused" | "none";
  /** Whether the right that made the voter an elector still holds (term, seat, account). */
  readonly hasRights: boolean;
  /** Digest of what the voter saw. */
  readonly seenDigest: string;
};

export type BallotCode =
  | "voting.ballot_accepted"
  | "voting.recused"
  | "voting.not_an_elector"
  | "voting.rights_ended"
  | "voting.deadline_passed"
  | "voting.not_open"
  | "voting.stale_digest";

export type BallotVerdict = Verdict<"accepted" | "refused", BallotCode>;

/** Who first, then when, then what was seen. */
export function assessBallot(facts: BallotFacts): BallotVerdict {
  const { record, now } = facts;
  if (facts.place === "recused") return refused("voting.recused");
  if (facts.place === "none") return refused("voting.not_an_elector");
  if (!facts.hasRights) return refused("voting.rights_ended");
  const phase = derivePhase(record, now);
  if (phase === "over" && isPastDeadline(record, now)) {
    return refused("voting.deadline_passed", { deadlineAt: record.deadlineAt?.toISOString() ?? "" });
  }
  if (phase !== "open") return refused("voting.not_open", { state: phase });
  if (facts.seenDigest !== record.subjectDigest) {
    return refused("voting.stale_digest", { seen: facts.seenDigest, current: record.subjectDigest });
  }
  return { outcome: "accepted", reasons: [{ code: "voting.ballot_accepted", facts: {} }] };
}

function refused(code: BallotCode, facts: BallotVerdict["reasons"][number]["facts"] = {}): BallotVerdict {
  return { outcome: "refused", reasons: [{ code, facts }] };
}

export type BallotContent = {
  readonly choice: Choice;
  readonly reasoning: string;
  readonly subjectDigest: string;
};

/** The first ballot, a change that becomes the next in its history, or the same again: same ballot, same receipt. */
export function planBallot(
  previous: (BallotContent & { readonly castNumber: number }) | null,
  next: BallotContent,
): { readonly kind: "first" | "changed" | "unchanged"; readonly castNumber: number } {
  if (previous === null) return { kind: "first", castNumber: 1 };
  const isSame =
    previous.choice === next.choice &&
    previous.reasoning === next.reasoning &&
    previous.subjectDigest === next.subjectDigest;
  if (isSame) return { kind: "unchanged", castNumber: previous.castNumber };
  return { kind: "changed", castNumber: previous.castNumber + 1 };
}
