import { describe, expect, test } from "vitest";
import { assessMailClaim, assessMailFailure } from "./mail-attempt.ts";

const at = new Date("2026-11-20T12:00:00.000Z");
const ago = (ms: number) => new Date(at.getTime() - ms);

describe("claiming a mail", () => {
  test.each([
    ["[NTF-107] a queued mail is sent", "queued", null, true, "send", "notifications.mail_due"],
    ["[NTF-107] a failed attempt is tried again", "retrying", ago(1_000), true, "send", "notifications.mail_due"],
    ["[NTF-107] a sent mail is not sent again", "sent", ago(1_000), true, "settled", "notifications.mail_settled"],
    ["[NTF-107] a failed mail is left alone", "failed", ago(1_000), true, "settled", "notifications.mail_settled"],
    ["[NTF-107] a mail in another's hand waits", "sending", ago(89_999), true, "wait", "notifications.mail_in_hand"],
    [
      "[NTF-107] a claim nobody settled lapses",
      "sending",
      ago(90_000),
      true,
      "send",
      "notifications.mail_claim_lapsed",
    ],
    ["[NTF-109] who left gets no mail", "queued", null, false, "drop", "notifications.recipient_left"],
    [
      "[NTF-109] a sent mail stays sent when the person leaves",
      "sent",
      null,
      false,
      "settled",
      "notifications.mail_settled",
    ],
  ] as const)("%s", (_name, state, attemptedAt, isMember, outcome, code) => {
    const verdict = assessMailClaim({ state, attemptedAt, recipient: { isMember } }, at);
    expect({ outcome: verdict.outcome, code: verdict.reasons[0]?.code }).toEqual({ outcome, code });
  });
});

describe("a failed attempt", () => {
  test.each([
    ["[NTF-108] no answer is tried again", null, false, "retrying", "notifications.mail_refused_for_now"],
    ["[NTF-108] a 4xx is tried again", 451, false, "retrying", "notifications.mail_refused_for_now"],
    ["[NTF-108] 499 is still worth a try", 499, false, "retrying", "notifications.mail_refused_for_now"],
    ["[NTF-108] a 5xx is final", 550, false, "failed", "notifications.mail_refused_for_good"],
    ["[NTF-108] 500 is final", 500, false, "failed", "notifications.mail_refused_for_good"],
    ["[NTF-108] the last try used up is final", null, true, "failed", "notifications.mail_tries_used_up"],
  ] as const)("%s", (_name, responseCode, isLastAttempt, outcome, code) => {
    const verdict = assessMailFailure({ responseCode, isLastAttempt });
    expect({ outcome: verdict.outcome, code: verdict.reasons[0]?.code }).toEqual({ outcome, code });
  });
});
