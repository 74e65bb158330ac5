// Whose right to vote holds, in the database's words (VOT-3, VOT-150, BRD-2). Fragments for the statements that freeze, count and
// judge; they read a membership as `m` and a place on a roll as `e`.
import { Prisma } from "../../db/generated/client.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { BoardRole } from "../board/schema.ts";
import { GrantedRole, TAKING_PART } from "../kernel/permission.ts";

const VOTING_SEATS = BoardRole.options.filter((role) => BOARD_ROLES[role].votes);
const OTHER_SEATS = BoardRole.options.filter((role) => !BOARD_ROLES[role].votes);
const GRANTS_TAKING_PART = GrantedRole.options.filter((role) => (TAKING_PART as readonly string[]).includes(role));

/** Holds one of these seats in office at that instant. */
function holdsSeat(seats: readonly BoardRole[], at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM board_members s WHERE s.organization_id = m.organization_id AND s.user_id = m.user_id
      AND s.role = ANY(${[...seats]}::text[]) AND s.term_start_at <= ${at}
      AND LEAST(s.term_end_at, COALESCE(s.ended_at, s.term_end_at)) > ${at})`;
}

/** Votes where trust weighs (VOT-150): the roles of TAKING_PART, as `deriveRoles` would find them. */
export function takesPart(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(m.granted_roles && ${GRANTS_TAKING_PART}::text[] OR ${holdsSeat(VOTING_SEATS, at)}
    OR cardinality(m.granted_roles) = 0 AND NOT ${holdsSeat(OTHER_SEATS, at)})`;
}

/** Whether what put somebody on a roll still holds: a seat that votes, or a membership that takes part; and no quarantine. */
export function hasRights(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(m.ended_at IS NULL AND m.trust_level <> 'quarantine'
    AND CASE WHEN e.seat_role IS NULL THEN ${takesPart(at)} ELSE ${holdsSeat(VOTING_SEATS, at)} END)`;
}

/**
 * Everybody whose right may have ended since a vote opened, as user ids: the few to look at, instead of the whole roll. The
 * condition on memberships is that of the index `memberships_without_vote`.
 */
export const MAY_HAVE_LAPSED = Prisma.sql`
  SELECT user_id FROM memberships WHERE organization_id = app_organization()
    AND (ended_at IS NOT NULL OR trust_level = 'quarantine' OR granted_roles && '{auditor}'::text[])
  UNION SELECT user_id FROM board_members WHERE organization_id = app_organization()`;
