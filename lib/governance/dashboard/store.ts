// Reads over the tables of every room below, for the frame, the home page and GET /dashboard; this room writes nothing.
// The organisation is named in every statement although row-level security says it too: the planner uses its indexes.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { toCapabilityView } from "../board/board-view.ts";
import { loadCharterInForce, loadSeats } from "../board/store.ts";
import { deriveVacancies } from "../board/vacancy.ts";
import { ActionStatus } from "../meetings/schema.ts";
import { ModelStatus, Tier } from "../registry/schema.ts";
import type { ModelGroup } from "../registry/summary.ts";
import { loadPlaces } from "../voting/place-store.ts";
import { ProposalKind, type Tally } from "../voting/schema.ts";
import { participants } from "../voting/tally.ts";
import { loadTallies } from "../voting/tally-store.ts";
import { type OpenLine, SHOWN } from "./chair-queue.ts";
import { compareOwned, deriveOwnerTask, isAsked } from "./owner-task.ts";
import type { FollowUpLine, Home, ModelCard, OrganizationCard } from "./schema.ts";
import type { Viewer } from "./viewer.ts";

export async function loadOrganizationCard(tx: UnitOfWork): Promise<OrganizationCard> {
  return tx.db.organization.findUniqueOrThrow({
    where: { id: tx.organizationId },
    select: { id: true, name: true, timeZone: true, isDemo: true },
  });
}

/** Voting seats, quorum and vacancies by the charter in force. */
export async function loadBoardStanding(tx: UnitOfWork, at: Date): Promise<Home["board"]> {
  const { content } = await loadCharterInForce(tx, at);
  const seats = await loadSeats(tx);
  const { reasons: _reasons, ...capability } = toCapabilityView(seats, content.quorum, at);
  const vacancies = deriveVacancies(seats, content.membership.requiredRoles, at);
  const vacantRequiredRoles = vacancies.filter((each) => each.isRequired).map((each) => each.role);
  return { capability, vacantRequiredRoles };
}

// ── models ───────────────────────────────────────────────────────────────────────────────────────────────────────────
type GroupRow = { status: string; tier: string; count: number; due: number };

export async function loadModelGroups(tx: UnitOfWork, at: Date): Promise<ModelGroup[]> {
  const rows = await tx.db.$queryRaw<GroupRow[]>`
    SELECT status, tier, count(*)::int AS count,
      count(*) FILTER (WHERE status IN ('approved', 'active') AND (next_review_at IS NULL OR next_review_at <= ${at}))::int AS due
    FROM models WHERE organization_id = ${tx.organizationId}::uuid GROUP BY status, tier`;
  return rows.map((row) => ({ ...row, status: ModelStatus.parse(row.status), tier: Tier.parse(row.tier) }));
}

export type CardRow = { model: string | null; model_name: string; model_version: string; model_tier: string };

export const MODEL_COLUMNS = Prisma.sql`m.reference AS model, m.name AS model_name, m.version AS model_version, m.tier AS model_tier`;

export function toModelCard(row: CardRow): ModelCard | null {
  if (row.model === null) return null;
  return { reference: row.model, name: row.model_name, version: row.model_version, tier: Tier.parse(row.model_tier) };
}

type OwnedRow = {
  reference: string;
  name: string;
  version: string;
  tier: string;
  status: string;
  risk_score: number;
  next_review_at: Date | null;
  has_draft: boolean;
  was_rejected: boolean;
  awaits_chair: boolean;
};

/** The person's models that are not history; null when there are none. */
export async function loadOwned(tx: UnitOfWork, userId: string, at: Date): Promise<Home["owner"]> {
  const rows = await tx.db.$queryRaw<OwnedRow[]>`
    SELECT m.reference, m.name, m.version, m.tier, m.status, m.risk_score, m.next_review_at,
      EXISTS (SELECT FROM scorecard_drafts d WHERE d.organization_id = m.organization_id AND d.model_id = m.id) AS has_draft,
      COALESCE((SELECT d.outcome = 'rejected' FROM decisions d
        WHERE d.organization_id = m.organization_id AND d.model_id = m.id
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), false) AS was_rejected,
      EXISTS (SELECT FROM proposals p WHERE p.organization_id = m.organization_id AND p.model_id = m.id
        AND ${AWAITS_CHAIR}) AS awaits_chair
    FROM models m
    WHERE m.organization_id = ${tx.organizationId}::uuid AND m.owner_user_id = ${userId}::uuid
      AND m.status <> 'decommissioned'`;
  if (rows.length === 0) return null;
  const lines = rows.map((row) => {
    const { reference, name, version, risk_score: riskScore, next_review_at: nextReviewAt } = row;
    const status = ModelStatus.parse(row.status);
    const facts = { hasDraft: row.has_draft, wasRejected: row.was_rejected, awaitsChair: row.awaits_chair };
    const task = deriveOwnerTask({ status, nextReviewAt, ...facts }, at);
    const card = { reference, name, version, tier: Tier.parse(row.tier), status, riskScore };
    return { ...card, nextReviewAt: nextReviewAt?.toISOString() ?? null, task };
  });
  const asked = lines.filter((line) => isAsked(line.task)).length;
  return { total: lines.length, asked, items: lines.toSorted(compareOwned).slice(0, SHOWN) };
}

// ── proposals ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Over, advisory, nothing decided yet, and a chair who may decide (REG-6, VOT-106). */
const AWAITS_CHAIR = Prisma.sql`NOT p.is_binding AND p.status IN ('passed', 'rejected', 'no_quorum')
  AND NOT EXISTS (SELECT FROM decisions d WHERE d.organization_id = p.organization_id AND d.proposal_id = p.id)
  AND EXISTS (SELECT FROM electors c WHERE c.organization_id = p.organization_id AND c.proposal_id = p.id
    AND c.seat_role = 'chair' AND c.recused_at IS NULL)`;

type ProposalRow = CardRow & {
  id: string;
  reference: string;
  title: string;
  kind: string;
  is_binding: boolean;
  is_inquorate: boolean;
  is_sealed: boolean;
  deadline_at: Date | null;
  closed_at: Date | null;
};

/** Turnout of a vote that runs is for those who take part, and for nobody under seal (VOT-13, VOT-117). */
async function loadLines(tx: UnitOfWork, where: Prisma.Sql, viewer: Viewer, at: Date): Promise<OpenLine[]> {
  const rows = await tx.db.$queryRaw<ProposalRow[]>`
    SELECT p.id, p.reference, p.title, p.kind, p.is_binding, p.is_inquorate, p.is_sealed, p.deadline_at, p.closed_at,
      ${MODEL_COLUMNS}
    FROM proposals p
    LEFT JOIN models m ON m.organization_id = p.organization_id AND m.id = p.model_id
    WHERE p.organization_id = ${tx.organizationId}::uuid AND ${where}
    ORDER BY p.deadline_at, p.id`;
  const ids = rows.map((row) => row.id);
  const tallies = await loadTallies(tx, ids, at);
  const placeOf = await loadPlaces(tx, ids, viewer.userId, at);
  return rows.map((row) => toLine(row, tallies.get(row.id), placeOf(row.id).place === "recused"));
}

function toLine(row: ProposalRow, tally: Tally | undefined, isAside: boolean): OpenLine {
  if (tally === undefined) throw new Error(`Nothing was counted for ${row.reference}`);
  const isHidden = row.closed_at === null && (row.is_sealed || isAside);
  return {
    reference: row.reference,
    title: row.title,
    kind: ProposalKind.parse(row.kind),
    isBinding: row.is_binding,
    model: toModelCard(row),
    deadlineAt: row.deadline_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    cast: isHidden ? null : participants(tally).voters,
    entitled: tally.entitled.voters,
    waiting: tally.waiting.voters,
    isInquorate: row.is_inquorate,
    isAside,
  };
}

/** Proposals whose voting runs, the next to close first. */
export async function loadOpenLines(tx: UnitOfWork, viewer: Viewer, at: Date): Promise<OpenLine[]> {
  return loadLines(tx, Prisma.sql`p.status = 'open' AND p.deadline_at > ${at}`, viewer, at);
}

export async function loadAwaitingChair(tx: UnitOfWork, viewer: Viewer, at: Date): Promise<OpenLine[]> {
  return loadLines(tx, AWAITS_CHAIR, viewer, at);
}

/** Open, entitled, not recused, no ballot yet, and a ballot would be taken. */
const needsVoteOf = (viewer: Viewer, at: Date) => Prisma.sql`p.status = 'open' AND p.deadline_at > ${at}
  AND EXISTS (SELECT FROM electors e WHERE e.organization_id = p.organization_id AND e.proposal_id = p.id
    AND e.user_id = ${viewer.userId}::uuid AND e.recused_at IS NULL
    AND CASE WHEN e.seat_role IS NULL THEN ${viewer.votesByTrust}::boolean ELSE ${viewer.votesOnBoard}::boolean END)
  AND NOT EXISTS (SELECT FROM ballots b WHERE b.organization_id = p.organization_id AND b.proposal_id = p.id
    AND b.voter_user_id = ${viewer.userId}::uuid)`;

function canVoteAtAll(viewer: Viewer): boolean {
  return viewer.userId !== null && !viewer.isQuarantined;
}

export async function countVotesNeeded(tx: UnitOfWork, viewer: Viewer, at: Date): Promise<number> {
  if (!canVoteAtAll(viewer)) return 0;
  const [row] = await tx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM proposals p
    WHERE p.organization_id = ${tx.organizationId}::uuid AND ${needsVoteOf(viewer, at)}`;
  return row?.count ?? 0;
}

/** The next to close first. */
export async function loadVotesNeeded(tx: UnitOfWork, viewer: Viewer, at: Date): Promise<OpenLine[]> {
  return canVoteAtAll(viewer) ? loadLines(tx, needsVoteOf(viewer, at), viewer, at) : [];
}

// ── follow-ups ───────────────────────────────────────────────────────────────────────────────────────────────────────
type FollowUpRow = CardRow & {
  reference: string;
  title: string;
  status: string;
  due_at: Date;
  is_overdue: boolean;
  assignee: string | null;
  total: number;
  overdue: number;
};

export type FollowUps = { readonly total: number; readonly overdue: number; readonly items: FollowUpLine[] };

/** Unfinished ones, the soonest due first: of one person, or the overdue ones of everybody. */
export async function loadFollowUps(tx: UnitOfWork, of: { userId: string } | "overdue", at: Date): Promise<FollowUps> {
  const which = of === "overdue" ? Prisma.sql`a.due_at <= ${at}` : Prisma.sql`a.assignee_user_id = ${of.userId}::uuid`;
  const rows = await tx.db.$queryRaw<FollowUpRow[]>`
    SELECT a.reference, a.title, a.status, a.due_at, a.due_at <= ${at} AS is_overdue, u.name AS assignee, ${MODEL_COLUMNS},
      (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE a.due_at <= ${at}) OVER ())::int AS overdue
    FROM action_items a
    LEFT JOIN users u ON u.id = a.assignee_user_id
    LEFT JOIN models m ON m.organization_id = a.organization_id AND m.id = a.model_id
    WHERE a.organization_id = ${tx.organizationId}::uuid AND a.status IN ('open', 'in_progress') AND ${which}
    ORDER BY a.due_at, a.id LIMIT ${SHOWN}`;
  const items = rows.map((row) => ({
    reference: row.reference,
    title: row.title,
    status: ActionStatus.parse(row.status),
    dueAt: row.due_at.toISOString(),
    isOverdue: row.is_overdue,
    assignee: row.assignee,
    model: toModelCard(row),
  }));
  return { total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0, items };
}

// ── admin and auditor ────────────────────────────────────────────────────────────────────────────────────────────────
/** Invitations that ran out unused, of people who still cannot come in. */
export async function loadHousekeeping(tx: UnitOfWork, at: Date) {
  const [row] = await tx.db.$queryRaw<{ models: number; invitations: number; mails: number }[]>`
    SELECT
      (SELECT count(*)::int FROM models WHERE organization_id = ${tx.organizationId}::uuid
        AND owner_user_id IS NULL AND status <> 'decommissioned') AS models,
      (SELECT count(DISTINCT i.user_id)::int FROM invitations i
        JOIN memberships m ON m.organization_id = i.organization_id AND m.user_id = i.user_id AND m.ended_at IS NULL
        WHERE i.organization_id = ${tx.organizationId}::uuid AND NOT EXISTS (
          SELECT FROM invitations x WHERE x.organization_id = i.organization_id AND x.user_id = i.user_id
            AND (x.accepted_at IS NOT NULL OR (x.revoked_at IS NULL AND x.expires_at > ${at})))
        AND i.revoked_at IS NULL) AS invitations,
      (SELECT count(*)::int FROM mail_deliveries WHERE organization_id = ${tx.organizationId}::uuid
        AND state = 'failed') AS mails`;
  return {
    modelsWithoutOwner: row?.models ?? 0,
    lapsedInvitations: row?.invitations ?? 0,
    failedMails: row?.mails ?? 0,
  };
}

export async function loadRecordFigures(tx: UnitOfWork): Promise<NonNullable<Home["record"]>> {
  const head = await tx.db.auditHead.findFirst({ select: { size: true } });
  const last = await tx.db.auditEntry.findFirst({ orderBy: { number: "desc" }, select: { occurredAt: true } });
  return {
    entries: Number(head?.size ?? 0n),
    lastEntryAt: last?.occurredAt.toISOString() ?? null,
    decisions: await tx.db.decision.count(),
  };
}
