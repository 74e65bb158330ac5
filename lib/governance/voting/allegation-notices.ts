// Answers "who is told what about an alleged conflict of interest?" (BRD-170, BRD-172). Words only; the operations send them.
// A title becomes the subject of a mail, and admins see the subjects of all mail: it names neither member nor matter (BRD-174).
import type { Notice } from "../notifications/notice.ts";
import type { RulingOutcome } from "./allegation-view.ts";

type Subject = {
  readonly reference: string;
  readonly memberName: string;
  /** What the conflict is with, as people know it. */
  readonly targetName: string;
};

const nameOf = ({ memberName, targetName }: Subject) => `${memberName}, ${targetName}`;

function noticeOf(
  kind: string,
  { reference }: Subject,
  words: Pick<Notice, "userIds" | "title" | "body" | "urgency">,
): Notice {
  return { ...words, kind, href: `/board/conflicts/${reference}`, sourceKey: `${kind}:${reference}` };
}

export function allegedOfYou(subject: Subject, userId: string): Notice {
  return noticeOf("voting.conflict_alleged", subject, {
    userIds: [userId],
    title: "A conflict of interest is alleged of you",
    body: `${subject.targetName}. You can answer once, with a statement, before it is ruled on. Until then you vote as before.`,
  });
}

export function rulingNeeded(subject: Subject, userId: string): Notice {
  return noticeOf("voting.ruling_needed", subject, {
    userIds: [userId],
    title: "Your ruling is needed on an alleged conflict of interest",
    body: `${nameOf(subject)}. Upheld, the member stands aside from open votes at once.`,
  });
}

/** The chair hears of what another has to rule on. */
export function ruledByAnother(subject: Subject, userIds: readonly string[], ruler: string): Notice {
  return noticeOf("voting.ruled_by_another", subject, {
    userIds,
    title: "A conflict of interest is alleged, and another rules on it",
    body: `${nameOf(subject)}. ${ruler} rules on it, because the chair may not.`,
    urgency: "low",
  });
}

/** Without a word of what is alleged: admins do not read it. */
export function nobodyRules(subject: Subject, userIds: readonly string[]): Notice {
  return {
    userIds,
    kind: "voting.nobody_rules",
    title: `Nobody can rule on ${subject.reference}`,
    body: "Everybody on the board who could rule on an alleged conflict of interest is concerned by it or not in office. Fill a required seat.",
    href: "/board",
    urgency: "critical",
    sourceKey: `voting.nobody_rules:${subject.reference}`,
  };
}

export function allegationAnswered(subject: Subject, userId: string): Notice {
  return noticeOf("voting.allegation_answered", subject, {
    userIds: [userId],
    title: "An alleged conflict of interest has been answered",
    body: `${nameOf(subject)}. The ruling is yours.`,
  });
}

export function allegationRuled(
  subject: Subject,
  facts: { readonly userIds: readonly string[]; readonly outcome: RulingOutcome; readonly reason: string },
): Notice {
  const word = facts.outcome === "upheld" ? "upheld" : "dismissed";
  return noticeOf("voting.allegation_ruled", subject, {
    userIds: facts.userIds,
    title: `The alleged conflict of interest is ${word}`,
    body: `${nameOf(subject)}. ${facts.reason}`,
  });
}
