// Answers "who is told what when a vote opens, stalls or ends?" (VOT-119). Words only; the stores send them.
import type { Urgency } from "../notifications/schema.ts";
import type { DecisionOutcome } from "./schema.ts";

type Notice = {
  readonly userIds: readonly string[];
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly urgency?: Urgency;
  readonly sourceKey: string;
};

export type NoticeSubject = { readonly reference: string; readonly title: string };

const hrefOf = (proposal: NoticeSubject) => `/proposals/${proposal.reference}`;

export function voteNeeded(
  proposal: NoticeSubject,
  facts: { readonly userIds: readonly string[]; readonly votingHours: number; readonly ruleSentence: string },
): Notice {
  return {
    userIds: facts.userIds,
    kind: "voting.vote_needed",
    title: `Your vote is needed: ${proposal.title}`,
    body: `Voting is open for ${facts.votingHours} hours. ${facts.ruleSentence}`,
    href: hrefOf(proposal),
    sourceKey: `voting.vote_needed:${proposal.reference}`,
  };
}

export function standAside(proposal: NoticeSubject, userIds: readonly string[]): Notice {
  return {
    userIds,
    kind: "voting.recused",
    title: `You stand aside: ${proposal.title}`,
    body: "You are recused from this vote and see neither its deliberation nor its tally until it ends.",
    href: hrefOf(proposal),
    urgency: "low",
    sourceKey: `voting.recused:${proposal.reference}`,
  };
}

/** `why` null: for those who see nothing of the vote until it ends. */
export function inquorate(
  proposal: NoticeSubject,
  { userIds, why }: { readonly userIds: readonly string[]; readonly why: string | null },
): Notice {
  return {
    userIds,
    kind: "voting.inquorate",
    title: `Cannot be decided: ${proposal.title}`,
    body: why ?? "The members who are left can no longer decide it.",
    href: hrefOf(proposal),
    urgency: "critical",
    sourceKey: `voting.inquorate:${proposal.reference}`,
  };
}

export function adviceReady(proposal: NoticeSubject, userIds: readonly string[], why: string): Notice {
  return {
    userIds,
    kind: "voting.advice_ready",
    title: `The board's advice is in: ${proposal.title}`,
    body: `${why} The decision is yours.`,
    href: hrefOf(proposal),
    sourceKey: `voting.advice_ready:${proposal.reference}`,
  };
}

/** There is no chair, or one who has to stand aside: somebody has to know that it waits. */
export function adviceWithoutChair(proposal: NoticeSubject, userIds: readonly string[]): Notice {
  return {
    userIds,
    kind: "voting.advice_without_chair",
    title: `No chair can decide: ${proposal.title}`,
    body: "The board’s advice is in, and there is no chair, or one with a conflict of interest. Seat another chair, or withdraw the proposal with a reason.",
    href: hrefOf(proposal),
    urgency: "critical",
    sourceKey: `voting.advice_without_chair:${proposal.reference}`,
  };
}

const OUTCOMES: Readonly<Record<DecisionOutcome, string>> = {
  approved: "Approved",
  conditional: "Approved with conditions",
  deferred: "Deferred",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

export function decided(
  proposal: NoticeSubject,
  facts: { readonly userIds: readonly string[]; readonly outcome: DecisionOutcome; readonly why: string },
): Notice {
  return {
    userIds: facts.userIds,
    kind: "voting.decided",
    title: `${OUTCOMES[facts.outcome]}: ${proposal.title}`,
    body: facts.why,
    href: hrefOf(proposal),
    sourceKey: `voting.decided:${proposal.reference}`,
  };
}

/** Tier 1 is reported, not voted on (REG-6): mailed with the digest of the day. */
export function approvedByRule(
  model: NoticeSubject,
  facts: { readonly userIds: readonly string[]; readonly decision: string; readonly why: string },
): Notice {
  return {
    userIds: facts.userIds,
    kind: "voting.approved_by_rule",
    title: `Approved by rule: ${model.title}`,
    body: facts.why,
    href: `/models/${model.reference}`,
    urgency: "low",
    sourceKey: `voting.approved_by_rule:${facts.decision}`,
  };
}
