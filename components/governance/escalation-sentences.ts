// What the stages of an escalation say, as sentences (ESC-1, ESC-3): points, and why it was kept, moved or held.
import { formatCount } from "@/lib/format/number";
import { joinList, plural } from "@/lib/format/words";
import type { Reason } from "@/lib/governance/kernel/verdict";

type Facts = Reason["facts"];

const number = (facts: Facts, name: string) => Number(facts[name] ?? 0);
const words = (facts: Facts, name: string) => String(facts[name] ?? "").replaceAll("_", " ");
const list = (facts: Facts, name: string): readonly string[] => {
  const value = facts[name];
  return Array.isArray(value) ? value.map((each) => String(each).replaceAll("_", " ")) : [];
};
const points = (facts: Facts) => plural(number(facts, "points"), "point");
const dollars = (cents: number) => `$${(cents / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`;
const article = (word: string) => (/^[aeiou]/u.test(word) ? "an" : "a");

export const ESCALATION_SENTENCES: Readonly<Record<string, (facts: Facts) => string>> = {
  "escalations.money_at_stake": (f) =>
    `${points(f)}: ${dollars(number(f, "cents"))} at stake, more than ${dollars(number(f, "above"))}`,
  "escalations.deadline_near": (f) => `${points(f)}: due in less than ${formatCount(number(f, "below") / 60)} hours`,
  "escalations.key_stage": (f) => `${points(f)}: the venture is at the key stage ${number(f, "stage")}`,
  "escalations.never_autonomous": (f) =>
    `${points(f)}: ${article(words(f, "category"))} ${words(f, "category")} is never decided without a human`,
  "escalations.severity_given": (f) => `Given as ${words(f, "severity")}`,
  "escalations.trigger_matched": (f) => `A known trigger, ${words(f, "trigger")}: ${words(f, "severity")}`,
  "escalations.taken_in": () => "Taken in",
  "escalations.severity_assessed": (f) =>
    f.severity === f.computed
      ? `${words(f, "severity")} by a score of ${number(f, "score")}`
      : `${words(f, "severity")}; the score of ${number(f, "score")} alone would be ${words(f, "computed")}`,
  "escalations.first_of_its_kind": (f) =>
    number(f, "episode") > 1 ? `Not open already: episode ${number(f, "episode")}` : "Not raised before",
  "escalations.severity_rose": (f) =>
    `Joined ${f.reference} and raised it from ${words(f, "from")} to ${words(f, "to")}`,
  "escalations.merged": (f) => `Joined ${f.reference}, raised ${plural(number(f, "occurrences"), "time")} by now`,
  "escalations.not_held": () => "No silence and no critical item holds it",
  "escalations.silenced": (f) => `Held by the silence ${f.reference}`,
  "escalations.inhibited": (f) => `Held while the critical ${f.reference} on the same model is open`,
  "escalations.resolved_while_held": () => "Resolved while it was held",
  "escalations.within_budget": (f) => `Within the budget for ${words(f, "channel")}`,
  "escalations.stays_in_channel": (f) => `No louder channel has room: it stays with the ${words(f, "channel")}`,
  "escalations.downgraded": (f) =>
    `The ${words(f, "level")} had used its ${number(f, "limit")} of ${words(f, "from")}: moved to ${words(f, "to")}`,
  "escalations.over_budget": (f) =>
    `The ${words(f, "level")} had used its ${number(f, "limit")} of ${words(f, "channel")}: it stays there, marked`,
  "escalations.exempt_from_downgrade": (f) =>
    `The budget of the ${words(f, "level")} is used up; ${words(f, "category")} is exempt and stays where it is`,
  "escalations.routed": (f) =>
    `To ${joinList(list(f, "audiences"))}, with ${plural(number(f, "respondWithinHours"), "hour")} to respond`,
  "escalations.at_once": () => "Goes out at once",
  "escalations.batched": (f) => `Waits for the ${words(f, "channel")}`,
  "escalations.told_at_once": (f) => `Told at once: ${joinList(list(f, "audiences"))}`,
  "escalations.waits_for_digest": () => "Told with its digest",
};

/** Why an act on an item was left out of a bulk. */
export const ESCALATION_ACT_SENTENCES: Readonly<Record<string, (facts: Facts) => string>> = {
  "escalations.already_acknowledged": () => "Somebody has acknowledged it already",
  "escalations.already_resolved": () => "It is resolved already",
  "escalations.not_acknowledged": () => "It is not acknowledged",
  "escalations.not_yours": () => "Only the board, an admin, or who answers for it may do that",
  "escalations.review_required": () => "A high or critical one is resolved after its post-incident review",
  "escalations.undo_too_late": () => "Only who acknowledged it takes that back, within five minutes",
  "kernel.not_found": () => "It is not there",
};
