// Answers "who is told what when a vote opens, stalls or ends?" (VOT-119). Words only; the stores send them.
import type { Notice, NoticeWords } from "../notifications/notice.ts";
import type { DecisionOutcome } from "./schema.ts";

export type NoticeSubject = { readonly reference: string; readonly title: string };

/** Leads to the proposal, and is told once of each. */
function noticeOf<Words extends Pick<NoticeWords, "title" | "body" | "urgency">>(
  kind: string,
  { reference }: NoticeSubject,
  words: Words,
): Words & NoticeWords {
  return { ...words, kind, href: `/proposals/${reference}`, sourceKey: `${kind}:${reference}` };
}

export function voteNeeded(
  proposal: NoticeSubject,
  facts: { readonly votingHours: number; readonly ruleSentence: string },
): NoticeWords {
  return noticeOf("voting.vote_needed", proposal, {
    title: `Your vote is needed: ${proposal.title}`,
    body: `Voting is open for ${facts.votingHours} hours. ${facts.ruleSentence}`,
  });
}

export function standAside(proposal: NoticeSubject): NoticeWords {
  return noticeOf("voting.recused", proposal, {
    title: `You stand aside: ${proposal.title}`,
    body: "You are recused from this vote and see neither its deliberation nor its tally until it ends.",
    urgency: "low",
  });
}

/** `why` null: for those who see nothing of the vote until it ends. */
export function inquorate(
  proposal: NoticeSubject,
  { userIds, why }: { readonly userIds: readonly string[]; readonly why: string | null },
): Notice {
  return noticeOf("voting.inquorate", proposal, {
    userIds,
    title: `Cannot be decided: ${proposal.title}`,
    body: why ?? "The members who are left can no longer decide it.",
    urgency: "critical",
  });
}

export function adviceReady(proposal: NoticeSubject, userIds: readonly string[], why: string): Notice {
  return noticeOf("voting.advice_ready", proposal, {
    userIds,
    title: `The board's advice is in: ${proposal.title}`,
    body: `${why} The decision is yours.`,
  });
}

/** There is no chair, or one who has to stand aside: somebody has to know that it waits. */
export function adviceWithoutChair(proposal: NoticeSubject, userIds: readonly string[]): Notice {
  return noticeOf("voting.advice_without_chair", proposal, {
    userIds,
    title: `No chair can decide: ${proposal.title}`,
    body: "The board’s advice is in, and there is no chair, or one with a conflict of interest. Seat another chair, or withdraw the proposal with a reason.",
    urgency: "critical",
  });
}

const OUTCOMES: Readonly<Record<DecisionOutcome, string>> = {
  approved: "Approved",
  conditional: "Approved with conditions",
  deferred: "Deferred",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

/** Where everybody votes, mail about the result waits for the digest of the day. */
export function decided(
  proposal: NoticeSubject,
  facts: { readonly outcome: DecisionOutcome; readonly why: string; readonly isByTrust: boolean },
): NoticeWords {
  return noticeOf("voting.decided", proposal, {
    title: `${OUTCOMES[facts.outcome]}: ${proposal.title}`,
    body: facts.why,
    urgency: facts.isByTrust ? "low" : "normal",
  });
}

/** Until somebody tries again, nothing has changed (VOT-12). */
export function notCarriedOut(proposal: NoticeSubject, userIds: readonly string[]): Notice {
  return noticeOf("voting.not_carried_out", proposal, {
    userIds,
    title: `Not carried out: ${proposal.title}`,
    body: "It was decided in favour, but what it was to change had changed meanwhile. Its page says what stands in the way; when that is gone, the chair or an admin carries it out again.",
    urgency: "critical",
  });
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
