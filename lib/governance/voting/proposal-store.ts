// Reads and writes of proposals. Whoever acts on a proposal locks its row first (`lockProposal`) and takes the clock after.
import { z } from "zod";
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { refuse } from "../kernel/refusal.ts";
import type { ProposalRecord } from "./proposal-state.ts";
import {
  AdvisedDecision,
  DecisionOutcome,
  DecisionRule,
  ProposalKind,
  ProposalStatus,
  Result,
  Tally,
  Why,
} from "./schema.ts";
import type { ClosingResult } from "./settlement.ts";
import { ConditionView } from "./view.ts";
import { canSeeProposal } from "./visibility.ts";

const StoredResult = z.strictObject({ tally: Tally, result: Result, why: Why });
const Act = z.enum(["withdrawn", "deferred", "cancelled"]);

export type StoredProposal = {
  readonly id: string;
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly description: string;
  readonly payload: unknown;
  readonly conditions: readonly z.infer<typeof ConditionView>[];
  /** An index of the derived state (VOT-1). */
  readonly status: ProposalStatus;
  readonly isBinding: boolean;
  readonly isInquorate: boolean;
  readonly isSealed: boolean;
  readonly proposerUserId: string;
  readonly modelId: string | null;
  readonly packageId: string | null;
  readonly subjectDigest: string | null;
  readonly rule: DecisionRule | null;
  /** Of the charter under which it opened (VOT-3). */
  readonly charterVersion: number | null;
  readonly votingHours: number;
  readonly openedAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: DecisionOutcome | null;
  readonly result: ClosingResult | null;
  readonly act: z.infer<typeof Act> | null;
  readonly actReason: string | null;
  readonly actedAt: Date | null;
  /** null for the product itself. */
  readonly actedBy: string | null;
  readonly advisedDecision: AdvisedDecision | null;
  readonly executedAt: Date | null;
  readonly executionFailure: string | null;
  readonly createdAt: Date;
};

export type ProposalRow = Prisma.ProposalGetPayload<Record<string, never>>;

export function toStoredProposal(row: ProposalRow): StoredProposal {
  return {
    ...row,
    kind: ProposalKind.parse(row.kind),
    conditions: z.array(ConditionView).parse(row.conditions),
    status: ProposalStatus.parse(row.status),
    rule: row.rule === null ? null : DecisionRule.parse(row.rule),
    outcome: row.outcome === null ? null : DecisionOutcome.parse(row.outcome),
    result: row.result === null ? null : StoredResult.parse(row.result),
    act: row.act === null ? null : Act.parse(row.act),
    advisedDecision: row.advisedDecision === null ? null : AdvisedDecision.parse(row.advisedDecision),
  };
}

/** What the state is derived from; the stored status is not part of it. */
export function toRecord(proposal: StoredProposal): ProposalRecord {
  const { proposerUserId, openedAt, deadlineAt, rule, subjectDigest, closedAt, advisedDecision } = proposal;
  const actedAt = (act: StoredProposal["act"]) => (proposal.act === act ? proposal.actedAt : null);
  const failed = proposal.executionFailure === null ? null : ("failed" as const);
  return {
    proposerUserId,
    openedAt,
    deadlineAt,
    rule,
    subjectDigest,
    closedAt,
    withdrawnAt: actedAt("withdrawn"),
    deferredAt: actedAt("deferred"),
    cancelledAt: actedAt("cancelled"),
    advisedDecision,
    execution: proposal.executedAt === null ? failed : "succeeded",
    hasConditions: proposal.conditions.length > 0,
  };
}

/** Refuses an unknown reference like one of another organisation (ORG-3), and somebody else's draft (VOT-118). */
export async function loadProposal(tx: UnitOfWork, reference: string, actor: Actor): Promise<StoredProposal> {
  const row = await tx.db.proposal.findFirst({ where: { reference } });
  return requireVisible(row ?? undefined, reference, actor);
}

function requireVisible(row: ProposalRow | undefined, reference: string, actor: Actor): StoredProposal {
  const proposal = row === undefined ? null : toStoredProposal(row);
  if (proposal !== null && canSeeProposal(proposal, actor)) return proposal;
  throw refuse("kernel.not_found", { subject: "proposal", reference });
}

/** The row under the names that Prisma gives it, so that locking and reading are one round trip. */
const ROW = Prisma.sql`organization_id AS "organizationId", id, reference, kind, title, description, payload, conditions,
  status, is_binding AS "isBinding", is_inquorate AS "isInquorate", is_sealed AS "isSealed",
  proposer_user_id AS "proposerUserId", model_id AS "modelId", package_id AS "packageId",
  subject_digest AS "subjectDigest", rule, charter_version AS "charterVersion", voting_hours AS "votingHours",
  opened_at AS "openedAt", deadline_at AS "deadlineAt", closed_at AS "closedAt", outcome, result, act,
  act_reason AS "actReason", acted_at AS "actedAt", acted_by AS "actedBy", advised_decision AS "advisedDecision",
  advised_at AS "advisedAt", closed_by AS "closedBy", executed_at AS "executedAt",
  execution_failure AS "executionFailure", created_at AS "createdAt"`;

/** The proposal with its row locked until the transaction ends; take the clock after this (VOT-5). */
export async function lockProposal(tx: UnitOfWork, reference: string, actor: Actor): Promise<StoredProposal> {
  const [row] = await tx.db.$queryRaw<ProposalRow[]>`SELECT ${ROW} FROM proposals
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE`;
  return requireVisible(row, reference, actor);
}

/**
 * For a cast: the proposal's row shared with other casts, the voter's place on the roll alone. Whoever ends the vote, or takes
 * somebody off the roll, waits for both, and casts wait for them (VOT-5); two casts of one person wait for each other (VOT-4).
 */
export async function holdForCast(
  tx: UnitOfWork,
  cast: { readonly reference: string; readonly actor: Actor; readonly voterUserId: string },
): Promise<StoredProposal> {
  const { reference, actor, voterUserId } = cast;
  const [row] = await tx.db.$queryRaw<(ProposalRow & { places: bigint })[]>`
    -- kept: held_for_cast
    WITH held AS (
      SELECT * FROM proposals WHERE organization_id = app_organization() AND reference = ${reference} FOR SHARE),
    mine AS (
      SELECT e.user_id FROM held JOIN electors e ON e.organization_id = held.organization_id
        AND e.proposal_id = held.id AND e.user_id = ${voterUserId}::uuid FOR NO KEY UPDATE OF e)
    SELECT ${ROW}, (SELECT count(*) FROM mine) AS places FROM held`;
  return requireVisible(row, reference, actor);
}

export type NewProposal = Pick<
  StoredProposal,
  | "kind"
  | "title"
  | "description"
  | "conditions"
  | "isBinding"
  | "proposerUserId"
  | "modelId"
  | "packageId"
  | "votingHours"
  | "createdAt"
> & { readonly payload: object };

/** A draft. */
export async function insertProposal(tx: UnitOfWork, proposal: NewProposal): Promise<StoredProposal> {
  const { conditions, ...rest } = proposal;
  const reference = tx.reference("proposal");
  const data = { ...rest, reference, conditions: conditions as unknown as Prisma.InputJsonValue };
  return toStoredProposal(await tx.db.proposal.create({ data }));
}

export type ProposalChange = Omit<Prisma.ProposalUncheckedUpdateInput, "result" | "rule"> & {
  readonly rule?: DecisionRule;
  readonly result?: ClosingResult;
};

/** Writes on a locked proposal; answers it as it is then. */
export async function saveProposal(tx: UnitOfWork, id: string, change: ProposalChange): Promise<StoredProposal> {
  const { result, rule, ...rest } = change;
  const row = await tx.db.proposal.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: {
      ...rest,
      ...(rule === undefined ? {} : { rule: rule as unknown as Prisma.InputJsonValue }),
      ...(result === undefined ? {} : { result: result as unknown as Prisma.InputJsonValue }),
    },
  });
  return toStoredProposal(row);
}

export async function loadAdminUserIds(tx: UnitOfWork): Promise<string[]> {
  const rows = await tx.db.membership.findMany({
    where: { endedAt: null, grantedRoles: { has: "admin" } },
    select: { userId: true },
  });
  return rows.map((row) => row.userId);
}
