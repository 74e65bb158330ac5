// What has happened to an escalation, in words.
import { formatCount } from "@/lib/format/number";
import { plural, sentenceCase } from "@/lib/format/words";
import type { TimelineEntry } from "@/lib/governance/escalations/view";
import { sayAudiences } from "./protocol-part";

type Words = (facts: TimelineEntry["facts"]) => string;

const source = (facts: TimelineEntry["facts"]) => (facts.source === "person" ? "" : ` by ${String(facts.source)}`);
const told = (facts: TimelineEntry["facts"]) => sayAudiences(Array.isArray(facts.audiences) ? facts.audiences : []);
const late = (facts: TimelineEntry["facts"]) => (facts.isLate === true ? ", late" : "");

const WORDS: Readonly<Record<string, Words>> = {
  "escalations.escalation_raised": (f) => `Raised${source(f)}`,
  "escalations.merged": (f) =>
    `Raised again${Number(f.occurrences) > 1 ? ` ${formatCount(Number(f.occurrences))} times` : ""}${source(f)}`,
  "escalations.escalation_acknowledged": () => "Acknowledged",
  "escalations.escalations_acknowledged": () => "Acknowledged",
  "escalations.acknowledgement_undone": () => "Answer taken back",
  "escalations.items_left_behind": () => "Open again: who answered has left",
  "escalations.escalation_assigned": () => "Assigned",
  "escalations.escalations_assigned": () => "Assigned",
  "escalations.escalation_resolved": (f) => (f.isLate === true ? "Resolved, after its deadline" : "Resolved"),
  "escalations.escalations_resolved": () => "Resolved",
  "escalations.incident_reviewed": (f) =>
    `Post-incident review recorded with ${plural(Number(f.actions ?? 0), "action")}`,
  "escalations.incident_review_signed": () => "Post-incident review signed",
  "escalations.proposal_linked": (f) => `Converted to ${String(f.proposal)}`,
  "escalations.escalations_linked": (f) => `Converted to ${String(f.proposal)}`,
  "meetings.escalation_reviews_scheduled": () => "Review dated",
  "meetings.escalation_review_scheduled": (f) => `Review dated (${String(f.action)})`,
  "meetings.incident_actions_created": () => "Actions of the review became follow-ups",
  first: (f) => `Told: ${told(f)}${late(f)}`,
  half_time: (f) => `Reminded at half time: ${told(f)}${late(f)}`,
  step: (f) => `Overdue step ${String(f.step)}: ${told(f)}${late(f)}`,
};

export function sayEntry({ code, facts }: Pick<TimelineEntry, "code" | "facts">): string {
  return WORDS[code]?.(facts) ?? sentenceCase(code);
}
