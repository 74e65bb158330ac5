// Answers "what do the acts on conflicts of interest take and show?" (BRD-5, BRD-170 to BRD-174). Browser-safe.
import { z } from "zod";
import { BoardRole, ConflictKind } from "../board/schema.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { PersonView } from "../registry/scorecard-view.ts";
import { ActView } from "./proposal-view.ts";
import { Limit } from "./request.ts";
import { ActReason, ReasonOutput } from "./schema.ts";

export const AllegationKind = z.enum([...ConflictKind.options, "proposal"]);
export type AllegationKind = z.infer<typeof AllegationKind>;

export const RulingOutcome = z.enum(["upheld", "dismissed"]);
export type RulingOutcome = z.infer<typeof RulingOutcome>;

const allegation = referenceSchema("allegation");
const Alleged = {
  /** The seat of the member of whom it is alleged. */
  reference: referenceSchema("member"),
  reason: ActReason,
  evidence: textSchema({ max: 4_000, multiline: true, what: "The evidence" }),
};

export const AllegeConflictInput = z.discriminatedUnion("kind", [
  z.strictObject({ ...Alleged, kind: z.literal("model"), model: referenceSchema("model") }),
  z.strictObject({ ...Alleged, kind: z.literal("vendor"), vendor: textSchema({ max: 200, what: "Vendor" }) }),
  /** For this one vote, which has to be open. */
  z.strictObject({ ...Alleged, kind: z.literal("proposal"), proposal: referenceSchema("proposal") }),
]);
export type AllegeConflictInput = z.infer<typeof AllegeConflictInput>;

export const AllegationReference = z.strictObject({ reference: allegation });

export const AnswerAllegationInput = z.strictObject({
  reference: allegation,
  statement: textSchema({ max: 4_000, multiline: true, what: "The statement" }),
});

export const RuleOnAllegationInput = z.strictObject({
  reference: allegation,
  ruling: RulingOutcome,
  reason: ActReason,
});

export const ListAllegationsInput = z.strictObject({
  state: z.enum(["pending", "ruled"]).optional(),
  /** A seat: what is alleged of its holder. */
  member: referenceSchema("member").optional(),
  limit: Limit,
  cursor: z.uuid({ error: "The cursor is the one that the list before it gave" }).optional(),
});

/** An open vote that a person left. `isBallotWithdrawn` is null where it may not be known (sealed, of another). */
export const AppliedRecusal = z.strictObject({
  proposal: z.string(),
  isBallotWithdrawn: z.boolean().nullable(),
  isInquorate: z.boolean(),
});
export type AppliedRecusal = z.infer<typeof AppliedRecusal>;

export const DeclaredAnswer = z.strictObject({
  id: z.string(),
  reference: z.string(),
  recusedFrom: z.array(AppliedRecusal),
});

export const AllegedAnswer = z.strictObject({
  reference: z.string(),
  /** null: nobody may, until another seat is filled. */
  ruler: PersonView.nullable(),
});

export const RulingAnswer = z.strictObject({
  reference: z.string(),
  ruling: RulingOutcome,
  recusedFrom: z.array(AppliedRecusal),
});

export const OwnersRecused = z.strictObject({ recusals: z.int().min(0) });

const Instant = z.iso.datetime();

export const AllegationView = z.strictObject({
  reference: z.string(),
  member: PersonView,
  seat: z.string(),
  kind: AllegationKind,
  /** Reference of the model or proposal, or the vendor's name. */
  target: z.string(),
  /** As people know it. */
  targetName: z.string(),
  reason: z.string(),
  evidence: z.string(),
  allegedBy: PersonView,
  allegedAt: Instant,
  answer: z.strictObject({ statement: z.string(), answeredAt: Instant }).nullable(),
  ruling: z
    .strictObject({
      outcome: RulingOutcome,
      reason: z.string(),
      by: PersonView,
      as: BoardRole,
      ruledAt: Instant,
      /** Open votes that the member left by it. */
      recusedFrom: z.array(z.string()),
      isOnRecord: z.boolean(),
    })
    .nullable(),
  /** Who rules now, and why; empty once it is ruled. */
  ruler: PersonView.extend({ role: BoardRole }).nullable(),
  rulerReasons: z.array(ReasonOutput).readonly(),
  /** Open votes that the member would leave if it were upheld now. */
  touches: z.array(z.strictObject({ reference: z.string(), title: z.string() })),
  mine: z.strictObject({ answer: ActView, rule: ActView }),
});
export type AllegationView = z.infer<typeof AllegationView>;

export const AllegationList = z.strictObject({ items: z.array(AllegationView), nextCursor: z.string().nullable() });
