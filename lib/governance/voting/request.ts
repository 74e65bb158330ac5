// Answers "what do the operations of voting take?" (VOT-1 to VOT-15, REG-4, BRD-5): their inputs. Browser-safe.
import { z } from "zod";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { ComponentReference } from "../portfolio/schema.ts";
import { ModelStatus, ScorecardSubmission } from "../registry/schema.ts";
import {
  ActReason,
  AdvisedDecision,
  ChairDecisionKind,
  Choice,
  Conditions,
  DecisionOutcome,
  DecisionStanding,
  ProposalDescription,
  ProposalKind,
  ProposalTitle,
  Reasoning,
  SubjectDigest,
  VotingHours,
} from "./schema.ts";

const reference = referenceSchema("proposal");
const modelReference = referenceSchema("model");

export const Limit = z
  .int({ error: "The limit is a whole number" })
  .min(1, { message: "The limit is at least 1" })
  .max(200, { message: "The limit is at most 200" })
  .default(50);
const Search = textSchema({ min: 0, max: 200, what: "Search text" });

/** What a chair may do alone (VOT-141): a line here, an entry in `kinds/chair-act.ts`, a file in `effects/`. */
export const ChairActInput = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("suspend_model"), model: modelReference }),
    z.strictObject({
      type: z.literal("instruct"),
      instruction: textSchema({ max: 2_000, multiline: true, what: "The order" }),
      addressee: textSchema({ max: 200, what: "The addressee" }),
      until: z.iso.date({ error: "Give its last day, such as 2026-11-24" }),
      /** What it concerns, when that is a model. */
      model: modelReference.nullish(),
    }),
  ],
  { error: "A chair suspends a model (`suspend_model`) or gives an order (`instruct`)" },
);
export type ChairActInput = z.infer<typeof ChairActInput>;

export const DecideAsChairInput = z.strictObject({
  kind: ChairDecisionKind,
  title: ProposalTitle,
  /** Why it could not wait; kept with the decision, and what the board reads when it ratifies. */
  rationale: textSchema({ max: 10_000, multiline: true, what: "The rationale" }),
  payload: ChairActInput,
});
export type DecideAsChairInput = z.infer<typeof DecideAsChairInput>;

/** `model`: what the act would be about or concern. */
export const PreviewChairDecisionInput = z.strictObject({ kind: ChairDecisionKind, model: modelReference.optional() });

export const ProposalReference = z.strictObject({ reference });

/** With `scores` exactly those are submitted; without, the saved draft with its conditions and voting hours (REG-4). */
export const SubmitModelInput = z.strictObject({
  reference: modelReference,
  scores: ScorecardSubmission.shape.scores.optional(),
  conditions: ScorecardSubmission.shape.conditions,
  votingHours: VotingHours.optional(),
});
export type SubmitModelInput = z.infer<typeof SubmitModelInput>;

/**
 * The payload is judged by the kind's own schema (`decision-kind.ts`). Without voting hours the setting
 * `voting.defaultHours` says them. `isDraft`: open it later.
 */
export const CreateProposalInput = z.strictObject({
  kind: ProposalKind,
  title: ProposalTitle,
  description: ProposalDescription,
  payload: z.record(z.string(), z.unknown()),
  votingHours: VotingHours.optional(),
  conditions: Conditions.default([]),
  isDraft: z.boolean().default(true),
});
export type CreateProposalInput = z.infer<typeof CreateProposalInput>;

/** What is left out stays as it is. The kind of a draft does not change: another kind is another proposal. */
export const EditDraftInput = z
  .strictObject({
    reference,
    title: ProposalTitle.optional(),
    description: ProposalDescription.optional(),
    payload: z.record(z.string(), z.unknown()).optional(),
    votingHours: VotingHours.optional(),
    conditions: Conditions.optional(),
  })
  .refine((input) => Object.values(input).filter((value) => value !== undefined).length > 1, {
    message: "Give at least one field to change: `title`, `description`, `payload`, `votingHours` or `conditions`",
  });

/** An amendment is the working draft of the charter, frozen on the revision that its proposer saw (VOT-130). */
export const ProposeAmendmentInput = z.strictObject({
  title: ProposalTitle,
  description: ProposalDescription.default(""),
  /** Describes the new version in the history of the charter. */
  summary: textSchema({ max: 500, what: "The summary" }),
  draftRevision: z.int({ error: "The revision is the number that the draft gave" }).min(0),
  votingHours: VotingHours.optional(),
  isDraft: z.boolean().default(false),
});

/** Payload of `decommission`. */
export const DecommissionPayload = z.strictObject({
  model: modelReference,
  reason: textSchema({ max: 2_000, multiline: true, what: "The reason" }),
});

/** Payload of `model_approval` without a package: what tier 4 asks the board for besides approval (REG-1). */
export const StatusApprovalPayload = z.strictObject({
  model: modelReference,
  to: ModelStatus.extract(["active", "approved"]),
  reason: textSchema({ max: 2_000, multiline: true, what: "The reason" }),
});

export const CastBallotInput = z.strictObject({
  reference,
  choice: Choice,
  reasoning: Reasoning.default(""),
  /** Digest of the package that the voter saw (VOT-6). */
  subjectDigest: SubjectDigest,
});
export type CastBallotInput = z.infer<typeof CastBallotInput>;

/** `userId` is for the chair who rules on a conflict that others allege; left out, it is oneself. */
export const RecuseMemberInput = z.strictObject({
  reference,
  reason: ActReason,
  userId: z.guid({ error: "Choose a member of the board" }).optional(),
});

export const ActOnProposalInput = z.strictObject({ reference, reason: ActReason });

/** The reason may stay empty when following the advice. */
export const DecideAdvisedInput = z.strictObject({
  reference,
  decision: AdvisedDecision,
  reason: textSchema({ min: 0, max: 2_000, multiline: true, what: "The reason" }).default(""),
});

/** `decided`: over in any way, withdrawn included. `needs_my_vote`: open, entitled, not yet cast. */
export const ProposalGroup = z.enum(["open", "needs_my_vote", "awaiting_chair", "decided", "draft"]);
export type ProposalGroup = z.infer<typeof ProposalGroup>;

export const ListProposalsInput = z.strictObject({
  group: ProposalGroup.optional(),
  kind: ProposalKind.optional(),
  model: modelReference.optional(),
  /** Proposals that name it; the one that registered it has no reference to name. */
  component: ComponentReference.optional(),

  /** Changes of and exceptions from this policy, or renewals of this acceptance or exception. */
  about: referenceSchema("policy").optional(),
  outcome: DecisionOutcome.optional(),
  /** User id of whoever proposed it. */
  proposer: z.guid({ error: "The proposer is the id of a person" }).optional(),
  /** Open, and closing within 24 hours. */
  closingSoon: z.boolean({ error: "Closing soon is true or false" }).optional(),
  /** Open, and these members can no longer decide it. */
  inquorate: z.boolean({ error: "Inquorate is true or false" }).optional(),
  q: Search.optional(),
  limit: Limit,
  cursor: z.string().max(200).optional(),
});
export type ListProposalsInput = z.infer<typeof ListProposalsInput>;

export const ListDecisionsInput = z.strictObject({
  kind: ProposalKind.optional(),
  standing: DecisionStanding.optional(),
  outcome: DecisionOutcome.optional(),
  model: modelReference.optional(),
  q: Search.optional(),
  limit: Limit,
  cursor: z.uuid({ error: "The cursor is the one that the list before it gave" }).optional(),
});
export type ListDecisionsInput = z.infer<typeof ListDecisionsInput>;

export const NoInput = z.strictObject({});
