// Reads of decisions for the home page: the latest ones, and what the chair decided alone and the board has not settled.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { DecisionStanding, ProposalKind } from "../voting/schema.ts";
import type { DecisionLine, ProvisionalLine } from "./schema.ts";
import { type CardRow, MODEL_COLUMNS, toModelCard } from "./store.ts";

type DecisionRow = CardRow & {
  reference: string;
  title: string;
  kind: string;
  outcome: string;
  standing: string;
  why: string;
  decided_at: Date;
  proposal: string | null;
  is_by_chair: boolean;
  is_settlement: boolean;
};

/** Once settled, a decision of the chair is told by the one that settled it. */
export async function loadRecentDecisions(tx: UnitOfWork, limit: number): Promise<DecisionLine[]> {
  const rows = await tx.db.$queryRaw<DecisionRow[]>`
    SELECT d.reference, d.title, d.kind, d.outcome, d.standing, d.why, d.decided_at, p.reference AS proposal,
      d.ratification_id IS NOT NULL AS is_by_chair, d.settles IS NOT NULL AS is_settlement, ${MODEL_COLUMNS}
    FROM decisions d
    LEFT JOIN proposals p ON p.organization_id = d.organization_id AND p.id = COALESCE(d.proposal_id, d.ratification_id)
    LEFT JOIN models m ON m.organization_id = d.organization_id AND m.id = d.model_id
    WHERE d.organization_id = ${tx.organizationId}::uuid AND (d.ratification_id IS NULL OR d.standing = 'provisional')
    ORDER BY d.decided_at DESC, d.id DESC LIMIT ${limit}`;
  return rows.map((row) => {
    const { reference, title, kind, outcome, why, proposal, is_by_chair: isByChair } = row;
    return {
      ...{ reference, title, kind, outcome, why, proposal, isByChair },
      standing: DecisionStanding.parse(row.standing),
      isSettlement: row.is_settlement,
      decidedAt: row.decided_at.toISOString(),
      model: toModelCard(row),
    };
  });
}

type ProvisionalRow = CardRow & {
  decision: string;
  proposal: string;
  title: string;
  kind: string;
  decided_by: string;
  decided_at: Date;
  deadline_at: Date;
  is_stuck: boolean;
};

/** The next to lapse first (VOT-148). */
export async function loadProvisional(tx: UnitOfWork): Promise<ProvisionalLine[]> {
  const rows = await tx.db.$queryRaw<ProvisionalRow[]>`
    SELECT d.reference AS decision, p.reference AS proposal, d.title, d.kind, COALESCE(u.name, '–') AS decided_by, d.decided_at,
      p.deadline_at, p.execution_failure IS NOT NULL AS is_stuck, ${MODEL_COLUMNS}
    FROM decisions d
    JOIN proposals p ON p.organization_id = d.organization_id AND p.id = d.ratification_id
    LEFT JOIN users u ON u.id = d.decided_by
    LEFT JOIN models m ON m.organization_id = d.organization_id AND m.id = d.model_id
    WHERE d.organization_id = ${tx.organizationId}::uuid AND d.standing = 'provisional'
    ORDER BY p.deadline_at, d.id`;
  return rows.map((row) => ({
    decision: row.decision,
    proposal: row.proposal,
    title: row.title,
    kind: ProposalKind.parse(row.kind),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toISOString(),
    deadlineAt: row.deadline_at.toISOString(),
    isStuck: row.is_stuck,
    model: toModelCard(row),
  }));
}
