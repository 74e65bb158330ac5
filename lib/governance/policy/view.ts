// Answers "what do the operations of this room take and give?" (POL-4, POL-101 to POL-105). Pure schemas.
import { z } from "zod";
import { SectionDifference } from "../board/charter-draft.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { PersonView } from "../registry/scorecard-view.ts";
import { ExceptionTerms, RiskAcceptanceTerms } from "./grant-terms.ts";
import { PolicyContent } from "./policy-content.ts";
import { GrantFilter, GrantKind, GrantState, PolicyChangeKind, PolicyMode, PolicyScope, PolicyType } from "./schema.ts";

const Instant = z.iso.datetime();
const Day = z.iso.date();
const Search = textSchema({ min: 0, max: 200, what: "Search text" });
const Limit = z
  .int({ error: "The limit is a whole number" })
  .min(1, { message: "The limit is at least 1" })
  .max(200, { message: "The limit is at most 200" })
  .default(50);
const Cursor = z.string().max(200).optional();

export const PolicyStanding = z.enum(["in_force", "shadow", "inactive", "scheduled", "over", "retired"]);
export type PolicyStanding = z.infer<typeof PolicyStanding>;

export const ListPoliciesInput = z.strictObject({
  type: PolicyType.optional(),
  scope: PolicyScope.optional(),
  mode: PolicyMode.optional(),
  retired: z.boolean().default(false).meta({ description: "true: only retired ones; otherwise only the others" }),
  q: Search.optional(),
  limit: Limit,
  cursor: Cursor,
});

export const PolicyItem = z.strictObject({
  reference: z.string(),
  version: z.int(),
  standing: PolicyStanding,
  /** Of the latest version. */
  content: PolicyContent,
  scopeWords: z.string(),
  ruleWords: z.array(z.string()),
  changedAt: Instant,
  decision: z.string(),
});
export type PolicyItem = z.infer<typeof PolicyItem>;
export const PolicyList = z.strictObject({ items: z.array(PolicyItem), nextCursor: z.string().nullable() });

/** `version`: an earlier one; `against`: what to compare it with, the one before it when left out. */
export const ReadPolicyInput = z.strictObject({
  reference: referenceSchema("policy"),
  version: z.int().min(1).max(1_000_000).optional(),
});

const LineRows = SectionDifference.shape.rows;

export const PolicyVersionView = z.strictObject({
  version: z.int(),
  change: PolicyChangeKind,
  author: PersonView,
  decidedAt: Instant,
  proposal: z.string(),
  decision: z.string(),
});
export type PolicyVersionView = z.infer<typeof PolicyVersionView>;

export const PolicyView = PolicyItem.extend({
  /** The version shown; the latest one unless asked for. */
  shown: z.int(),
  effectWords: z.string(),
  /** Newest first. */
  versions: z.array(PolicyVersionView),
  /** What the version shown changed in the one before it; null for the first. */
  difference: LineRows.nullable(),
  exceptions: z.int(),
});
export type PolicyView = z.infer<typeof PolicyView>;

/** A change before the board, beside the version it is based on. */
export const PolicyChangeView = z.strictObject({
  change: PolicyChangeKind,
  policy: z.string().nullable(),
  baseVersion: z.int().nullable(),
  /** False when another version is in force by now, or it was retired. */
  isBaseCurrent: z.boolean(),
  rows: LineRows,
  content: PolicyContent.nullable(),
  /** What the content says, in words; null for a retirement. */
  said: z.strictObject({ scope: z.string(), effect: z.string(), rules: z.array(z.string()) }).nullable(),
});
export type PolicyChangeView = z.infer<typeof PolicyChangeView>;

export const ListGrantsInput = z.strictObject({
  kind: GrantKind.optional(),
  state: GrantFilter.optional().meta({ description: "`ending`: in force for at most 30 more days" }),
  model: referenceSchema("model").optional(),
  policy: referenceSchema("policy").optional(),
  q: Search.optional(),
  limit: Limit,
  cursor: Cursor,
});
export type ListGrantsInput = z.infer<typeof ListGrantsInput>;

const Granted = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("risk_acceptance"), terms: RiskAcceptanceTerms }),
  z.strictObject({ kind: z.literal("exception_grant"), terms: ExceptionTerms }),
]);

export const GrantItem = z.strictObject({
  reference: z.string(),
  kind: GrantKind,
  granted: Granted,
  /** The model's title, the named matter or the unit. */
  matter: z.string(),
  /** The risk accepted, or the rule excepted from. */
  what: z.string(),
  model: z.strictObject({ reference: z.string(), name: z.string(), version: z.string() }).nullable(),
  state: GrantState,
  isEndingSoon: z.boolean(),
  /** Last day in force, in the organisation's time zone. */
  until: Day,
  /** Until its last day; negative when that is past. */
  daysLeft: z.int(),
  grantedAt: Instant,
  proposal: z.string(),
  decision: z.string(),
  renews: z.string().nullable(),
  renewedBy: z.string().nullable(),
});
export type GrantItem = z.infer<typeof GrantItem>;
export const GrantList = z.strictObject({ items: z.array(GrantItem), nextCursor: z.string().nullable() });

export const GrantReference = z.strictObject({ reference: referenceSchema("grant") });

export const GrantView = GrantItem.extend({
  proposer: PersonView,
  policy: z.strictObject({ reference: z.string(), name: z.string(), isRetired: z.boolean() }).nullable(),
  revoked: z.strictObject({ at: Instant, by: PersonView, reason: z.string() }).nullable(),
  /** Whether the reader may end it now. */
  mayRevoke: z.boolean(),
});
export type GrantView = z.infer<typeof GrantView>;

export const RevokeGrantInput = z.strictObject({
  reference: referenceSchema("grant"),
  reason: textSchema({ max: 2_000, multiline: true, what: "The reason" }),
});
export const RevokeGrantAnswer = z.strictObject({
  reference: z.string(),
  state: GrantState,
  revokedAt: Instant,
});
