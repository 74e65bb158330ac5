// Reads who is to be told: seats in office and admins, as they are at this instant.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { BoardRole } from "../board/schema.ts";
import type { People } from "./audience.ts";

export async function loadPeople(tx: UnitOfWork): Promise<People> {
  const rows = await tx.db.$queryRaw<{ user_id: string; role: string }[]>`
    SELECT user_id, role FROM board_members
    WHERE organization_id = app_organization() AND ended_at IS NULL
      AND term_start_at <= governance_now() AND term_end_at > governance_now()
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

export async function isActiveMember(tx: UnitOfWork, userId: string): Promise<boolean> {
  return (await tx.db.membership.findFirst({ where: { userId, endedAt: null }, select: { userId: true } })) !== null;
}
