// Reads and writes of the path's steps (ESC-8): items whose next step has come, locked, past those that somebody else holds.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { EscalationStatus } from "./schema.ts";
import { toSeverity } from "./severity-scale.ts";
import type { DueItem, StepState } from "./step-plan.ts";

type DueRow = {
  id: string;
  reference: string;
  title: string;
  severity: number;
  status: string;
  severe_since: Date;
  respond_by: Date;
  path_step: number;
  is_reminded: boolean;
  charter_version: number;
  assignee_user_id: string | null;
  owner_user_id: string | null;
  lead_user_id: string | null;
};

/** The longest due first. What is held waits: its steps are caught up when it comes back. Who has left answers for nothing. */
export async function lockDueItems(tx: UnitOfWork, at: Date, most: number): Promise<DueItem[]> {
  const rows = await tx.db.$queryRaw<DueRow[]>`
    SELECT e.id, e.reference, e.title, e.severity, e.status, e.severe_since, e.respond_by, e.path_step, e.is_reminded,
      e.charter_version, assignee.user_id AS assignee_user_id, owner.user_id AS owner_user_id, lead.user_id AS lead_user_id
    FROM escalations e
    LEFT JOIN models m ON m.organization_id = e.organization_id AND m.id = e.model_id
    LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
    LEFT JOIN memberships assignee ON assignee.organization_id = e.organization_id AND assignee.user_id = e.assignee_user_id
      AND assignee.ended_at IS NULL
    LEFT JOIN memberships owner ON owner.organization_id = e.organization_id AND owner.user_id = m.owner_user_id
      AND owner.ended_at IS NULL
    LEFT JOIN memberships lead ON lead.organization_id = e.organization_id AND lead.user_id = v.lead_user_id
      AND lead.ended_at IS NULL
    WHERE e.organization_id = app_organization() AND e.next_step_at <= ${at} AND e.place <> 'held'
    ORDER BY e.next_step_at, e.id LIMIT ${most} FOR UPDATE OF e SKIP LOCKED`;
  return rows.map((row) => ({
    ...{ id: row.id, reference: row.reference, title: row.title, severity: toSeverity(row.severity) },
    ...{ status: EscalationStatus.parse(row.status), severeSince: row.severe_since, respondBy: row.respond_by },
    ...{ pathStep: row.path_step, isReminded: row.is_reminded, charterVersion: row.charter_version },
    ...{ assigneeUserId: row.assignee_user_id, ownerUserId: row.owner_user_id, leadUserId: row.lead_user_id },
  }));
}

export async function saveSteps(tx: UnitOfWork, states: readonly StepState[]): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalations e SET path_step = s."pathStep", is_reminded = s."isReminded", next_step_at = s."nextStepAt"
    FROM jsonb_to_recordset(${JSON.stringify(states)}::jsonb) AS s(id uuid, "pathStep" smallint, "isReminded" boolean,
      "nextStepAt" timestamptz)
    WHERE e.organization_id = app_organization() AND e.id = s.id`;
}
