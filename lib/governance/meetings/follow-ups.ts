// Answers "what has to be done after this decision?" (VOT-10, MTG-103, MTG-104): a conditional decision gives one item per
// condition, a deferred one gives one item to decide again; every other outcome gives none.
import { addDays } from "../kernel/calendar.ts";
import { assertNever } from "../kernel/verdict.ts";
import type { ActionSource, FollowUpRequest, IncidentActionsRequest } from "./schema.ts";

/** When a deferred decision comes back, if nobody sets another date. */
const DEFERRAL_DAYS = 30;
const TITLE_CHARACTERS = 160;

export type FollowUp = {
  readonly title: string;
  readonly description: string;
  readonly dueAt: Date;
  readonly sourceKind: ActionSource;
  /** Its place among the items of the source; with kind and reference it is unique. */
  readonly sourceIndex: number;
};

/** `title` is what was decided on, in words. */
export function planFollowUps(
  request: Pick<FollowUpRequest, "outcome" | "conditions" | "decisionReference">,
  decision: { readonly title: string; readonly decidedAt: Date },
): FollowUp[] {
  const { outcome, conditions, decisionReference } = request;
  switch (outcome) {
    case "conditional":
      return conditions.map((condition, index) => ({
        title: shorten(condition.text),
        description: `Condition ${index + 1} of ${conditions.length} of ${decisionReference} (${decision.title}):\n\n${condition.text}`,
        dueAt: addDays(decision.decidedAt, condition.dueDays),
        sourceKind: "condition",
        sourceIndex: index,
      }));
    case "deferred":
      return [
        {
          title: shorten(`Bring back for decision: ${decision.title}`),
          description: `${decisionReference} was deferred. Settle what stood in the way and submit it again, or withdraw it.`,
          dueAt: addDays(decision.decidedAt, DEFERRAL_DAYS),
          sourceKind: "deferral",
          sourceIndex: 0,
        },
      ];
    case "approved":
    case "rejected":
    case "withdrawn":
      return [];
    default:
      return assertNever(outcome);
  }
}

/** The actions of a post-incident review, each with its own assignee (MTG-131). */
export function planIncidentActions(request: IncidentActionsRequest): (FollowUp & { assigneeUserId: string | null })[] {
  const { escalationReference, title, actions } = request;
  return actions.map(({ text, dueInDays, assignee }, index) => ({
    title: shorten(text),
    description: `Action ${index + 1} of ${actions.length} of the post-incident review of ${escalationReference} (${title}):\n\n${text}`,
    dueAt: addDays(new Date(request.recordedAt), dueInDays),
    sourceKind: "post_incident_review",
    sourceIndex: index,
    assigneeUserId: assignee,
  }));
}

/** The dated review of an escalation (MTG-132). */
export function planEscalationReview(
  escalation: { readonly reference: string; readonly title: string },
  note: string,
  { dueAt, index }: { readonly dueAt: Date; readonly index: number },
): FollowUp {
  return {
    title: shorten(`Review: ${escalation.title}`),
    description: `Review of ${escalation.reference}.\n\n${note}`,
    dueAt,
    sourceKind: "escalation",
    sourceIndex: index,
  };
}

const MOST_APART = 3;
const MOST_NAMED = 10;

/** What their assignee is told: each by itself, or one notice of many. */
export function sayAssigned(actions: readonly { readonly reference: string; readonly title: string }[]) {
  const kind = "meetings.action_assigned";
  const href = "/actions";
  if (actions.length <= MOST_APART) {
    return actions.map(({ reference, title }) => ({ kind, title: `For you: ${title}`, body: reference, href }));
  }
  const named = actions.slice(0, MOST_NAMED).map(({ reference, title }) => `${reference}: ${title}`);
  const rest = actions.length - named.length;
  const body = [...named, ...(rest > 0 ? [`and ${rest.toLocaleString("en")} more`] : [])].join("\n");
  return [{ kind, title: `For you: ${actions.length.toLocaleString("en")} follow-ups`, body, href }];
}

function shorten(text: string): string {
  const line = [...text.replace(/\s+/gu, " ").trim()];
  return line.length <= TITLE_CHARACTERS ? line.join("") : `${line.slice(0, TITLE_CHARACTERS - 1).join("")}…`;
}
