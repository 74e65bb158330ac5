// Answers "which version is this, since when, and when is it to be reviewed?" (BRD-7, BRD-9).
import { z } from "zod";
import { addMonths } from "../kernel/calendar.ts";
import { digestOf } from "../kernel/digest.ts";
import { CharterContent, formatCharterVersion } from "./charter.ts";
import { BoardDecisionKind } from "./decision-right.ts";
import { describeDecisionRight, describeQuorumRules } from "./decision-right-words.ts";
import { type CharterTemplate, CharterVersionView } from "./schema.ts";

const DecisionRightView = z.strictObject({
  kind: BoardDecisionKind,
  authority: z.string(),
  passesWhen: z.string(),
  quorum: z.string(),
  escalates: z.boolean(),
});

export const CharterView = CharterVersionView.extend({
  content: CharterContent,
  isReviewDue: z.boolean(),
  /** The rules of the content as sentences, without their full stops. */
  inWords: z.strictObject({ decisionRights: z.array(DecisionRightView), quorum: z.string() }),
});
export type CharterView = z.infer<typeof CharterView>;

export type CharterFacts = {
  readonly reference: string;
  readonly version: number;
  readonly template: CharterTemplate;
  readonly content: CharterContent;
  readonly effectiveAt: Date;
  readonly description: string;
  readonly adoptedByDecision: string | null;
};

/** Effective date plus the review period in calendar months. */
function reviewDueAt(charter: Pick<CharterFacts, "effectiveAt" | "content">): Date {
  return addMonths(charter.effectiveAt, charter.content.reviewEveryMonths);
}

export function toCharterVersionView(charter: CharterFacts, versionInForce: number): CharterVersionView {
  return {
    reference: charter.reference,
    version: charter.version,
    label: formatCharterVersion(charter.version),
    template: charter.template,
    effectiveAt: charter.effectiveAt.toISOString(),
    reviewDueAt: reviewDueAt(charter).toISOString(),
    isInForce: charter.version === versionInForce,
    description: charter.description,
    adoptedByDecision: charter.adoptedByDecision,
    contentDigest: digestOf(charter.content),
  };
}

export function toCharterView(charter: CharterFacts, versionInForce: number, at: Date): CharterView {
  return {
    ...toCharterVersionView(charter, versionInForce),
    content: charter.content,
    isReviewDue: reviewDueAt(charter) <= at,
    inWords: {
      decisionRights: BoardDecisionKind.options.map((kind) => {
        const right = charter.content.decisionRights[kind];
        return { kind, ...describeDecisionRight(right), escalates: right.escalates };
      }),
      quorum: describeQuorumRules(charter.content.quorum),
    },
  };
}
