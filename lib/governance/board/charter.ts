// Answers "what does a charter hold?" (BRD-7, BRD-8, BRD-107). The content of one immutable version: text for people and
// the data that rules are made of. Browser-safe: zod only.
import { z } from "zod";
import { textSchema } from "../kernel/text.ts";
import { REQUIRED_ROLES } from "./board-role.ts";
import { DecisionRights, QuorumRules } from "./decision-right.ts";
import { BoardRole } from "./schema.ts";

const paragraph = (what: string) => textSchema({ max: 4_000, multiline: true, what });
const item = (what: string) => textSchema({ max: 500, what });

/** Who is told at one step; several at the same step are told together. */
export const EscalationAudience = z.enum([
  "team",
  "model_owner",
  "technical_lead",
  "risk_officer",
  "board",
  "executive",
  "chair",
]);
export type EscalationAudience = z.infer<typeof EscalationAudience>;

const EscalationStep = z.array(EscalationAudience).min(1, { message: "A step needs somebody to tell" }).max(7);

/** Ends at the chair, so that nothing can be passed on for ever. */
export const EscalationPath = z
  .strictObject({
    respondWithinHours: z.int().min(1).max(720),
    steps: z.array(EscalationStep).min(1).max(7),
  })
  .refine((path) => path.steps.at(-1)?.includes("chair") === true, {
    path: ["steps"],
    message: "The last step of a path must be the chair",
  });
export type EscalationPath = z.infer<typeof EscalationPath>;

export const EscalationSeverity = z.enum(["low", "medium", "high", "critical"]);
export type EscalationSeverity = z.infer<typeof EscalationSeverity>;

const MembershipRules = z.strictObject({
  requiredRoles: z
    .array(BoardRole)
    .max(8)
    .refine((roles) => new Set(roles).size === roles.length, { message: "A role is named once" })
    .refine((roles) => REQUIRED_ROLES.every((role) => roles.includes(role)), {
      message: `A working board needs at least: ${REQUIRED_ROLES.join(", ")}`,
    }),
  rules: z.array(item("Membership rule")).min(1).max(30),
});

/** A principle that advice is measured against (ADV). */
export const ConstitutionPrinciple = z.strictObject({
  key: z.string().regex(/^[a-z][a-z_]{2,40}$/u, { message: "A key has lower-case letters and underscores" }),
  name: textSchema({ max: 80, what: "Principle" }),
  definition: textSchema({ max: 600, what: "Definition" }),
});
export type ConstitutionPrinciple = z.infer<typeof ConstitutionPrinciple>;

export const CharterContent = z.strictObject({
  organization: textSchema({ max: 120, what: "Organisation" }),
  purpose: paragraph("Purpose"),
  scope: z.array(item("Scope")).min(1).max(40),
  authority: z.array(item("Authority")).min(1).max(40),
  accountability: paragraph("Accountability"),
  decisionRights: DecisionRights,
  escalationPaths: z.record(EscalationSeverity, EscalationPath),
  membership: MembershipRules,
  quorum: QuorumRules,
  /** No tally and no choice visible before close (VOT-13). */
  sealedBallots: z.boolean(),
  amendmentProcess: paragraph("Amendment process"),
  reviewEveryMonths: z.int().min(1).max(60),
  constitution: z
    .array(ConstitutionPrinciple)
    .min(1)
    .max(20)
    .refine((principles) => new Set(principles.map((each) => each.key)).size === principles.length, {
      message: "A principle is named once",
    }),
});
export type CharterContent = z.infer<typeof CharterContent>;

/** "1.0", "2.0": versions are whole, an amendment makes the next one (BRD-9). */
export function formatCharterVersion(version: number): string {
  return `${version}.0`;
}
