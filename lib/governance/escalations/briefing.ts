// What the chair finds in the briefing (ESC-11): immediate items, decision cards, today's summary, this week's digest, and what
// was held back.
import { z } from "zod";
import { Category, DigestKind, type Severity } from "./schema.ts";
import { EscalationView, QueueItem, SummaryView } from "./view.ts";

const CardOption = z.strictObject({
  act: z.enum(["acknowledge", "assign", "resolve", "propose", "schedule_review", "review", "suspend_model"]),
  label: z.string(),
  /** What it does, in a sentence. */
  does: z.string(),
});
export type CardOption = z.infer<typeof CardOption>;

export const DecisionCard = z.strictObject({
  item: QueueItem,
  /** What is asked. */
  question: z.string(),
  options: z.array(CardOption),
  respondBy: z.iso.datetime(),
  suspension: EscalationView.shape.suspension,
});
export type DecisionCard = z.infer<typeof DecisionCard>;

const Line = z.strictObject({
  title: z.string(),
  severity: QueueItem.shape.severity,
  items: z.int(),
  occurrences: z.int(),
  overdue: z.int(),
  downgraded: z.int(),
  overBudget: z.int(),
  resolved: z.int(),
  references: z.array(z.string()),
});
export const DigestView = z.strictObject({
  kind: DigestKind,
  items: z.int(),
  occurrences: z.int(),
  groups: z.array(
    z.strictObject({
      venture: z.strictObject({ reference: z.string(), name: z.string() }).nullable(),
      category: Category.nullable(),
      severity: QueueItem.shape.severity,
      summary: z.string(),
      items: z.int(),
      lines: z.array(Line),
      linesLeftOut: z.int(),
    }),
  ),
});

export const BriefingView = z.strictObject({
  at: z.iso.datetime(),
  organization: z.string(),
  timeZone: z.string(),
  summary: SummaryView,
  immediate: z.array(DecisionCard),
  cards: z.array(DecisionCard),
  today: z.strictObject({ deliverAt: z.iso.datetime(), content: DigestView }),
  week: z.strictObject({ deliverAt: z.iso.datetime(), content: DigestView }),
  downgraded: z.array(QueueItem),
  held: z.array(QueueItem),
  overdue: z.array(QueueItem),
  /** The latest that went out. */
  delivered: z.array(
    z.strictObject({ kind: DigestKind, at: z.iso.datetime(), isLate: z.boolean(), content: DigestView }),
  ),
});
export type BriefingView = z.infer<typeof BriefingView>;

const QUESTIONS: Readonly<Record<Severity, string>> = {
  critical: "Who takes this in hand now, and what is stopped until then?",
  high: "Who answers for this, and what is decided?",
  medium: "Does somebody have to act on this?",
  low: "Is there anything to do here?",
};

const SUSPENSION_QUESTION = "Who takes this in hand now, and does the model keep running?";

const OPTIONS: readonly CardOption[] = [
  { act: "acknowledge", label: "Acknowledge", does: "You answer for it; its reminders stop, its deadline stays" },
  { act: "assign", label: "Assign", does: "A member answers for it and is told" },
  { act: "propose", label: "Convert to a proposal", does: "The board votes on what to do; the two stay linked" },
  { act: "schedule_review", label: "Date a review", does: "A follow-up with a date brings it back" },
];
const RESOLVE: CardOption = {
  act: "resolve",
  label: "Resolve",
  does: "It ends with what was done; raised again it is a new episode",
};
const REVIEW: CardOption = {
  act: "review",
  label: "Record the post-incident review",
  does: "Timeline, causes and lessons are kept, its actions become follow-ups, and it can be resolved",
};
const SUSPEND: CardOption = {
  act: "suspend_model",
  label: "Suspend the model",
  does: "A chair's decision, effective at once and put before the board to ratify",
};

/** Equal for equal items: what is asked, what can be answered, and what each answer does. */
export function toCard(
  item: QueueItem,
  facts: {
    readonly suspension: DecisionCard["suspension"];
    readonly hasReview: boolean;
    readonly needsReview: boolean;
  },
): DecisionCard {
  const { suspension, hasReview, needsReview } = facts;
  const end = needsReview && !hasReview ? REVIEW : RESOLVE;
  return {
    item,
    question: suspension === null ? QUESTIONS[item.severity] : SUSPENSION_QUESTION,
    options: [...(suspension === null ? [] : [SUSPEND]), ...OPTIONS, end],
    respondBy: item.respondBy,
    suspension,
  };
}
