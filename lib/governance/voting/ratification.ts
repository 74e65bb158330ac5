// Answers "what is said of a decision that the chair took alone?" (VOT-11, VOT-144, VOT-145): before the board has ratified
// it, and when it has or has not. Words only.
import type { Notice } from "../notifications/notice.ts";
import type { NoticeSubject } from "./notices.ts";
import type { DecisionRule, Tally } from "./schema.ts";
import { canStillPass, explainResult } from "./why.ts";

/** How long the board has to ratify (VOT-11). */
export const RATIFICATION_HOURS = 72;

export type Outlook = { readonly canBeRatified: boolean; readonly entitled: number; readonly sentence: string };

/** What becomes of it if it is decided now: whether those who would ratify could do so at all. */
export function describeOutlook(rule: DecisionRule, ruleSentence: string, tally: Tally): Outlook {
  const canBeRatified = canStillPass(tally, rule);
  const facts = { canBeRatified, entitled: tally.entitled.voters };
  if (canBeRatified) {
    const sentence = `It is reversed after ${RATIFICATION_HOURS} hours unless the board ratifies it. ${ruleSentence}`;
    return { ...facts, sentence };
  }
  const why = explainResult(tally, rule, { isFinal: false }).sentence;
  const sentence = `The board cannot ratify it as it stands, so it lapses and is reversed after ${RATIFICATION_HOURS} hours, whoever is seated meanwhile. ${why} Once the missing members are seated, withdraw it and decide anew.`;
  return { ...facts, sentence };
}

/** Kept with the chair's decision as its why. */
export const DECIDED_ALONE =
  "The chair decided alone, and it took effect at once; it is reversed unless the board ratifies it.";

export type RatificationEnd = {
  /** The chair's decision. */
  readonly decision: string;
  readonly isRatified: boolean;
  /** Why it could not be reversed. */
  readonly failure: string | null;
  /** "“X” is active again." */
  readonly undone: string;
};

/** The sentence of the vote, and what has become of the chair's decision. */
export function explainRatification(why: string, { decision, isRatified, failure, undone }: RatificationEnd): string {
  if (isRatified) return `${why} The chair’s decision ${decision} is final.`;
  if (failure !== null) return `${why} The chair’s decision ${decision} could not be reversed yet.`;
  return `${why} The chair’s decision ${decision} is reversed: ${undone}`;
}

function noticeOf(
  kind: string,
  { reference }: NoticeSubject,
  words: Pick<Notice, "userIds" | "title" | "body" | "urgency">,
): Notice {
  return { ...words, kind, href: `/proposals/${reference}`, sourceKey: `${kind}:${reference}` };
}

/** For everybody who has no vote on it and yet has to know. */
export function decidedByChair(proposal: NoticeSubject, userIds: readonly string[], rationale: string): Notice {
  const title = `Decided by the chair: ${proposal.title}`;
  return noticeOf("voting.chair_decided", proposal, { userIds, title, body: `${DECIDED_ALONE} ${rationale}` });
}

/** Told to all who voted or were told of it; urgent for those who have to act when it was not ratified. */
export function ratificationEnded(
  proposal: NoticeSubject,
  told: { readonly userIds: readonly string[]; readonly isEscalated: boolean; readonly why: string },
  { isRatified, failure }: RatificationEnd,
): Notice {
  const { userIds, isEscalated, why } = told;
  const [kind, what] = isRatified
    ? ["voting.ratified", "Ratified"]
    : failure === null
      ? ["voting.reversed", "Not ratified and reversed"]
      : ["voting.not_reversed", "Not ratified, and it could not be reversed"];
  const urgency = isEscalated && !isRatified ? { urgency: "critical" as const } : {};
  return noticeOf(kind, proposal, { userIds, title: `${what}: ${proposal.title}`, body: why, ...urgency });
}
