// Reads who is to be told: seats in office and admins, as they are at this instant. A seat of somebody who has left is ended by
// a job a moment later: nobody is told on it meanwhile.
import { z } from "zod";
import type { StatementWork } from "../../db/unit-of-work.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { BoardRole } from "../board/schema.ts";
import { deriveRoles } from "../identity/seat-role.ts";
import { GrantedRole, rolesWith } from "../kernel/permission.ts";
import type { People } from "./audience.ts";

export async function loadPeople(tx: StatementWork): Promise<People> {
  const rows = await tx.db.$queryRaw<{ user_id: string; role: string }[]>`
    SELECT b.user_id, b.role FROM board_members b
    JOIN memberships m ON m.organization_id = b.organization_id AND m.user_id = b.user_id AND m.ended_at IS NULL
    WHERE b.organization_id = app_organization() AND b.ended_at IS NULL
      AND b.term_start_at <= governance_now() AND b.term_end_at > governance_now()
    UNION ALL
    SELECT user_id, 'admin' FROM memberships
    WHERE organization_id = app_organization() AND ended_at IS NULL AND 'admin' = ANY(granted_roles)`;
  const holding = (isRight: (role: string) => boolean) =>
    rows.filter(({ role }) => isRight(role)).map(({ user_id }) => user_id);
  return {
    chair: holding((role) => role === "chair"),
    board: holding((role) => role !== "admin" && BOARD_ROLES[BoardRole.parse(role)].votes),
    riskOfficer: holding((role) => role === "risk_officer"),
    technicalLead: holding((role) => role === "technical_lead"),
    admins: holding((role) => role === "admin"),
  };
}

/** Whether they can be given an item: a member who may answer one. Auditors and advisors change nothing (ORG-2). */
export async function isActiveMember(tx: StatementWork, userId: string): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<{ granted: string[]; seat: string | null }[]>`
    SELECT m.granted_roles AS granted, (SELECT b.role FROM board_members b
      WHERE b.organization_id = m.organization_id AND b.user_id = m.user_id AND b.ended_at IS NULL
        AND b.term_start_at <= governance_now() AND b.term_end_at > governance_now()) AS seat
    FROM memberships m
    WHERE m.organization_id = app_organization() AND m.user_id = ${userId}::uuid AND m.ended_at IS NULL
      AND m.trust_level <> 'quarantine'`;
  if (row === undefined) return false;
  const roles = deriveRoles(z.array(GrantedRole).parse(row.granted), row.seat);
  return rolesWith("escalations.respond").some((role) => roles.includes(role));
}

/** References of what somebody who is no longer a member answers for. */
export async function findLeftBehind(tx: StatementWork, userId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ reference: string }[]>`
    SELECT e.reference FROM escalations e
    WHERE e.organization_id = app_organization() AND e.assignee_user_id = ${userId}::uuid AND e.status <> 'resolved'
      AND NOT EXISTS (SELECT 1 FROM memberships m
        WHERE m.organization_id = e.organization_id AND m.user_id = e.assignee_user_id AND m.ended_at IS NULL)`;
  return rows.map(({ reference }) => reference);
}
