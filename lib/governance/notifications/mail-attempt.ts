// Answers "may this mail be sent now, and what does a failure mean?" (NTF-107 to NTF-109). Sending is not part of a
// transaction, so an attempt is claimed first and settled afterwards; a claim that nobody settled lapses.
import type { Verdict } from "../kernel/verdict.ts";
import type { MailState } from "./schema.ts";

/** Longer than any timeout of the sender: after it, whoever claimed the mail is gone. */
const CLAIM_LAPSES_AFTER_MS = 90_000;

export type ClaimVerdict = Verdict<
  "send" | "settled" | "wait" | "drop",
  | "notifications.mail_due"
  | "notifications.mail_claim_lapsed"
  | "notifications.mail_settled"
  | "notifications.mail_in_hand"
  | "notifications.recipient_left"
>;

export function assessMailClaim(
  mail: {
    readonly state: MailState;
    readonly attemptedAt: Date | null;
    readonly recipient: { readonly isMember: boolean };
  },
  at: Date,
): ClaimVerdict {
  const facts = { state: mail.state };
  if (mail.state === "sent" || mail.state === "failed" || mail.state === "withdrawn") {
    return { outcome: "settled", reasons: [{ code: "notifications.mail_settled", facts }] };
  }
  const sinceAttempt = mail.attemptedAt === null ? Number.POSITIVE_INFINITY : at.getTime() - mail.attemptedAt.getTime();
  if (mail.state === "sending" && sinceAttempt < CLAIM_LAPSES_AFTER_MS) {
    return { outcome: "wait", reasons: [{ code: "notifications.mail_in_hand", facts }] };
  }
  if (!mail.recipient.isMember) {
    return { outcome: "drop", reasons: [{ code: "notifications.recipient_left", facts }] };
  }
  const code = mail.state === "sending" ? "notifications.mail_claim_lapsed" : "notifications.mail_due";
  return { outcome: "send", reasons: [{ code, facts }] };
}

export type MailFailure = {
  /** The mail server's answer; null when there was none. */
  readonly responseCode: number | null;
  readonly isLastAttempt: boolean;
};

export type FailureVerdict = Verdict<
  "retrying" | "failed",
  "notifications.mail_refused_for_good" | "notifications.mail_tries_used_up" | "notifications.mail_refused_for_now"
>;

/** SMTP: 5xx is an answer that will not change; anything else, no answer included, is worth another try. */
export function assessMailFailure({ responseCode, isLastAttempt }: MailFailure): FailureVerdict {
  const facts = { responseCode };
  if (responseCode !== null && responseCode >= 500 && responseCode <= 599) {
    return { outcome: "failed", reasons: [{ code: "notifications.mail_refused_for_good", facts }] };
  }
  if (isLastAttempt) return { outcome: "failed", reasons: [{ code: "notifications.mail_tries_used_up", facts }] };
  return { outcome: "retrying", reasons: [{ code: "notifications.mail_refused_for_now", facts }] };
}
