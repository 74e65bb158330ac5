// What has happened to an escalation, in words.
import { formatCount } from "@/lib/format/number";
import { plural, sentenceCase } from "@/lib/format/words";
import type { EscalationView, TimelineEntry } from "@/lib/governance/escalations/view";
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
  "escalations.escalation_assigned": () => "Assigned",
  "escalations.escalation_resolved": (f) => (f.isLate === true ? "Resolved, after its deadline" : "Resolved"),
  "escalations.incident_reviewed": (f) =>
    `Post-incident review recorded with ${plural(Number(f.actions ?? 0), "action")}`,
  "escalations.incident_review_signed": () => "Post-incident review signed",
  "escalations.proposal_linked": (f) => `Converted to ${String(f.proposal)}`,
  "meetings.escalation_review_scheduled": (f) => `Review dated (${String(f.action)})`,
  "meetings.incident_actions_created": () => "Actions of the review became follow-ups",
  first: (f) => `Told: ${told(f)}${late(f)}`,
  half_time: (f) => `Reminded at half time: ${told(f)}${late(f)}`,
  step: (f) => `Overdue step ${String(f.step)}: ${told(f)}${late(f)}`,
};

export function sayEntry({ code, facts }: Pick<TimelineEntry, "code" | "facts">): string {
  return WORDS[code]?.(facts) ?? sentenceCase(code);
}

/** Acts that answer an open item (ESC-121). */
const ANSWERS = [
  "escalations.escalation_acknowledged",
  "escalations.escalation_assigned",
  "escalations.proposal_linked",
  "escalations.incident_reviewed",
  "meetings.escalation_review_scheduled",
];
/** Between the answer and its entry, in the same transaction. */
const SAME_ACT_MS = 10_000;

/** An acknowledgement given together with others is one act on record, and stands in the history of each. */
export function withAcknowledgement({ timeline, acknowledged }: Pick<EscalationView, "timeline" | "acknowledged">) {
  if (acknowledged === null) return timeline;
  const { at, by } = acknowledged;
  const isIt = (entry: TimelineEntry) =>
    ANSWERS.includes(entry.code) && Math.abs(Date.parse(entry.at) - Date.parse(at)) < SAME_ACT_MS;
  if (timeline.some(isIt)) return timeline;
  const entry: TimelineEntry = { at, by, kind: "act", code: "escalations.escalation_acknowledged", facts: {} };
  return [entry, ...timeline].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
