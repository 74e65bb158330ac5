import type { ActionItem, ActionSource, ActionStatus } from "@/lib/governance/meetings/schema";

export const ACTION_STATUS_LABELS: Record<ActionStatus, string> = {
  open: "Open",
  in_progress: "In progress",
  completed: "Completed",
  cancelled: "Cancelled",
};

const SOURCE_WORDS: Record<ActionSource, string> = {
  meeting: "Asked for by meeting",
  condition: "Condition of decision",
  deferral: "Deferred by decision",
  finding: "Finding of review",
  post_incident_review: "From post-incident review",
  escalation: "Review of escalation",
};

export function saySource({ kind, reference }: ActionItem["source"]): string {
  return `${SOURCE_WORDS[kind]} ${reference}`;
}
