// Answers "which words and which input does the board take?" (BRD-1, BRD-2, BRD-5, BRD-7, ORG-6).
// Browser-safe: zod and the kernel's text rules only. Decision rights have their own file, `decision-right.ts`.
import { z } from "zod";
import { Email, NewPassword, OrganizationName, PersonName, TimeZone } from "../identity/schema.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";

export const BoardRole = z.enum([
  "chair",
  "technical_lead",
  "risk_officer",
  "ethics_representative",
  "business_representative",
  "external_advisor",
  "legal_counsel",
  "data_steward",
]);
export type BoardRole = z.infer<typeof BoardRole>;

/** Whether a seat counts now. `left_organization`: the person's membership ended, so the seat is vacant (BRD-102). */
export const SeatState = z.enum(["scheduled", "in_office", "term_over", "ended", "left_organization"]);
export type SeatState = z.infer<typeof SeatState>;

export const ConflictKind = z.enum(["model", "vendor"]);
export type ConflictKind = z.infer<typeof ConflictKind>;

/** How it came on record: declared by the person or an admin, or put there by a ruling (BRD-172). */
export const ConflictBasis = z.enum(["declared", "ruling"]);
export type ConflictBasis = z.infer<typeof ConflictBasis>;

export const CharterTemplate = z.enum(["standard", "enterprise"]);
export type CharterTemplate = z.infer<typeof CharterTemplate>;

/** A day in the organisation's time zone, such as 2027-03-01; never an instant. */
export const CalendarDate = z.iso
  .date({ error: "Enter a day as YYYY-MM-DD", abort: true })
  .refine((text) => text >= "1970-01-01" && text <= "2199-12-31", { message: "Enter a day between 1970 and 2199" });

const Department = textSchema({ min: 0, max: 120, what: "Department" });
const Expertise = z
  .array(textSchema({ max: 80, what: "Expertise" }))
  .max(20, { message: "At most 20 fields of expertise" });
const Reason = textSchema({ max: 2_000, multiline: true, what: "Reason" });

/** First run (ORG-6). The two flags are for the product's own set-up acts and refused for anybody else. */
export const FoundOrganizationInput = z.strictObject({
  organizationName: OrganizationName,
  timeZone: TimeZone,
  template: CharterTemplate,
  adminName: PersonName,
  adminEmail: Email,
  adminPassword: NewPassword,
  isDemo: z.boolean().default(false),
  /** A second organisation in the same installation. */
  isFurther: z.boolean().default(false),
});

export const SeatMemberInput = z.strictObject({
  userId: z.guid({ error: "Choose a person" }),
  role: BoardRole,
  department: Department.default(""),
  expertise: Expertise.default([]),
  termStartOn: CalendarDate,
  /** First day out of office; the role's minimum term when left out. */
  termEndOn: CalendarDate.optional(),
  /** The seat whose holder leaves as this person begins, in the same act (BRD-105). */
  replaces: referenceSchema("member").optional(),
  reason: Reason.optional(),
});
export type SeatMemberInput = z.infer<typeof SeatMemberInput>;

export const UpdateMemberInput = z
  .strictObject({
    reference: referenceSchema("member"),
    department: Department.optional(),
    expertise: Expertise.optional(),
    termEndOn: CalendarDate.optional(),
  })
  .refine((input) => Object.values(input).filter((value) => value !== undefined).length > 1, {
    message: "Give at least one field to change: `department`, `expertise` or `termEndOn`",
  });

export const RenewSeatInput = z.strictObject({
  reference: referenceSchema("member"),
  /** First day out of office of the new term; the role's minimum from the end of the running one when left out. */
  termEndOn: CalendarDate.optional(),
});

export const EndSeatInput = z.strictObject({ reference: referenceSchema("member"), reason: Reason });

export const DeclareConflictInput = z.discriminatedUnion("kind", [
  z.strictObject({
    reference: referenceSchema("member"),
    kind: z.literal("model"),
    model: referenceSchema("model"),
    reason: Reason,
  }),
  z.strictObject({
    reference: referenceSchema("member"),
    kind: z.literal("vendor"),
    vendor: textSchema({ max: 200, what: "Vendor" }),
    reason: Reason,
  }),
]);

export const WithdrawConflictInput = z.strictObject({
  reference: referenceSchema("member"),
  conflictId: z.guid({ error: "Choose a declared conflict" }),
});

const InstantText = z.iso.datetime();

export const MemberView = z.strictObject({
  reference: z.string(),
  userId: z.string(),
  name: z.string(),
  role: BoardRole,
  department: z.string(),
  expertise: z.array(z.string()),
  termStartAt: InstantText,
  termEndAt: InstantText,
  /** The same as calendar days of the organisation; the end is the first day out of office. */
  termStartOn: z.string(),
  termEndOn: z.string(),
  endedAt: InstantText.nullable(),
  endReason: z.string().nullable(),
  state: SeatState,
  votes: z.boolean(),
  /** The seat of the same person and role that this one continues; null for a first term. */
  renews: z.string().nullable(),
  /** The seat in which the person goes on when this term ends. */
  renewal: z.strictObject({ reference: z.string(), termEndAt: InstantText }).nullable(),
});
export type MemberView = z.infer<typeof MemberView>;

export const ConflictView = z.strictObject({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  kind: ConflictKind,
  /** Reference of the model, or the vendor's name. */
  target: z.string(),
  modelName: z.string().nullable(),
  reason: z.string(),
  basis: ConflictBasis,
  /** Who declared it, or who ruled. */
  declaredByName: z.string(),
  declaredAt: InstantText,
});
export type ConflictView = z.infer<typeof ConflictView>;

export const RoleView = z.strictObject({
  role: BoardRole,
  votes: z.boolean(),
  domain: z.string(),
  minimumTermMonths: z.int(),
  isRequired: z.boolean(),
  qualifications: z.array(z.string()),
  hoursPerMonth: z.int(),
  independence: z.string(),
});
export type RoleView = z.infer<typeof RoleView>;

const VacancyView = z.strictObject({
  role: BoardRole,
  isRequired: z.boolean(),
  successorStartsAt: InstantText.nullable(),
});

export const ReasonView = z.strictObject({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])),
});

export const CapabilityView = z.strictObject({
  totalVotingMembers: z.int(),
  requiredForQuorum: z.int(),
  canAchieveQuorum: z.boolean(),
  votingMembers: z.array(z.strictObject({ reference: z.string(), name: z.string(), role: BoardRole })),
  reasons: z.array(ReasonView).readonly(),
});
export type CapabilityView = z.infer<typeof CapabilityView>;

const ExpiringTermView = z.strictObject({
  reference: z.string(),
  name: z.string(),
  role: BoardRole,
  termEndAt: InstantText,
  daysLeft: z.int(),
  hasSuccessor: z.boolean(),
  /** Who goes on from that day: the same person, renewed, or a successor. */
  followedBy: z
    .strictObject({ reference: z.string(), name: z.string(), termStartAt: InstantText, isRenewal: z.boolean() })
    .nullable(),
});

/** The board as it stands at one instant; what the board page and `GET /board` show. */
export const BoardView = z.strictObject({
  at: InstantText,
  timeZone: z.string(),
  today: z.string(),
  isComplete: z.boolean(),
  members: z.array(MemberView),
  vacancies: z.array(VacancyView),
  capability: CapabilityView,
  expiringTerms: z.array(ExpiringTermView),
  conflicts: z.array(ConflictView),
  roles: z.array(RoleView),
});
export type BoardView = z.infer<typeof BoardView>;

export const FoundOrganizationOutput = z.strictObject({
  organizationId: z.guid(),
  adminUserId: z.guid(),
  charter: z.string(),
});

export const SeatMemberOutput = z.strictObject({
  reference: z.string(),
  termStartAt: InstantText,
  termEndAt: InstantText,
  /** Models on whose decisions this member is recused as their owner. */
  recusedOnModels: z.array(z.string()),
});

export const SeatOutput = z.strictObject({ reference: z.string(), termEndAt: InstantText, state: SeatState });

export const ConflictOutput = z.strictObject({ id: z.string(), reference: z.string() });

export const ReadMemberInput = z.strictObject({ reference: referenceSchema("member") });

/** One seat with what bears on it. */
export const MemberDetailView = z.strictObject({
  member: MemberView,
  role: RoleView,
  conflicts: z.array(ConflictView),
  /** References of models the person owns, on whose decisions they are recused. */
  ownedModels: z.array(z.string()),
  today: z.string(),
});
export type MemberDetailView = z.infer<typeof MemberDetailView>;

const Limit = z.coerce.number({ error: "Limit must be a number" }).int().min(1).max(200).default(50);

export const MemberListInput = z.strictObject({
  limit: Limit,
  cursor: z.guid({ error: "This is not a cursor of this list" }).optional(),
  state: SeatState.optional(),
});
export const MemberList = z.strictObject({ items: z.array(MemberView), nextCursor: z.string().nullable() });

export const ReadCharterInput = z.strictObject({
  /** A whole number; the version in force when left out. */
  version: z.coerce.number({ error: "A version is a whole number" }).int().min(1).max(1_000_000).optional(),
});

export const CharterVersionListInput = z.strictObject({
  limit: Limit,
  cursor: z.coerce.number({ error: "This is not a cursor of this list" }).int().min(1).max(1_000_000).optional(),
});

export const CharterVersionView = z.strictObject({
  reference: z.string(),
  version: z.int(),
  /** "1.0", as people say it. */
  label: z.string(),
  template: CharterTemplate,
  effectiveAt: InstantText,
  reviewDueAt: InstantText,
  isInForce: z.boolean(),
  description: z.string(),
  adoptedByDecision: z.string().nullable(),
  contentDigest: z.string(),
});
export type CharterVersionView = z.infer<typeof CharterVersionView>;

export const CharterVersionList = z.strictObject({
  items: z.array(CharterVersionView),
  nextCursor: z.string().nullable(),
});
