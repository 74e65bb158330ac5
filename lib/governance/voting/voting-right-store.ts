// Whose right to vote holds, in the database's words (VOT-3, VOT-150, BRD-2). Fragments for the statements that freeze, count and
// judge; they read a membership as `m` and a place on a roll as `e`.
import { Prisma } from "../../db/generated/client.ts";
import { BOARD_ROLES } from "../board/board-role.ts";
import { BoardRole } from "../board/schema.ts";
import { GrantedRole, TAKING_PART } from "../kernel/permission.ts";

/** Names of our own code, written out: a parameter for them would keep a statement from keeping its plan. */
const named = (names: readonly string[]) => Prisma.raw(`'{${names.join(",")}}'::text[]`);

const VOTING_SEATS = BoardRole.options.filter((role) => BOARD_ROLES[role].votes);
const OTHER_SEATS = BoardRole.options.filter((role) => !BOARD_ROLES[role].votes);
const GRANTS_TAKING_PART = GrantedRole.options.filter((role) => (TAKING_PART as readonly string[]).includes(role));

/** The seat `s` of the membership `m`, in office at that instant. */
const inOffice = (at: Prisma.Sql) => Prisma.sql`s.organization_id = m.organization_id AND s.user_id = m.user_id
  AND s.term_start_at <= ${at} AND LEAST(s.term_end_at, COALESCE(s.ended_at, s.term_end_at)) > ${at}`;

const isOneOf = (seats: readonly BoardRole[]) => Prisma.sql`s.role = ANY(${named(seats)})`;

/** The roles of TAKING_PART, as `deriveRoles` would find them, of whoever holds such seats. */
const takesPartWith = (seats: { readonly votes: Prisma.Sql; readonly advises: Prisma.Sql }) => Prisma.sql`(
  m.granted_roles && ${named(GRANTS_TAKING_PART)} OR ${seats.votes} OR cardinality(m.granted_roles) = 0 AND NOT ${seats.advises})`;

/** Votes where trust weighs (VOT-150); for many memberships at once. */
export function takesPart(at: Prisma.Sql): Prisma.Sql {
  const holds = (seats: readonly BoardRole[]) =>
    Prisma.sql`EXISTS (SELECT FROM board_members s WHERE ${inOffice(at)} AND ${isOneOf(seats)})`;
  return takesPartWith({ votes: holds(VOTING_SEATS), advises: holds(OTHER_SEATS) });
}

/**
 * Whether what put somebody on a roll still holds: a seat that votes, or a membership that takes part; and no quarantine. For one
 * membership at a time: the seats are looked at once, which is also planned once.
 */
export function hasRights(at: Prisma.Sql): Prisma.Sql {
  const taking = takesPartWith({ votes: Prisma.sql`held.votes`, advises: Prisma.sql`held.advises` });
  return Prisma.sql`(m.ended_at IS NULL AND m.trust_level <> 'quarantine' AND (
    SELECT CASE WHEN e.seat_role IS NULL THEN ${taking} ELSE held.votes END
    FROM (SELECT COALESCE(bool_or(${isOneOf(VOTING_SEATS)}), false) AS votes,
      COALESCE(bool_or(${isOneOf(OTHER_SEATS)}), false) AS advises FROM board_members s WHERE ${inOffice(at)}) AS held))`;
}

/**
 * Everybody whose right may have ended since a vote opened, as user ids: the few to look at, instead of the whole roll. The
 * condition on memberships is that of the index `memberships_without_vote`.
 */
export const MAY_HAVE_LAPSED = Prisma.sql`
  SELECT user_id FROM memberships WHERE organization_id = app_organization()
    AND (ended_at IS NOT NULL OR trust_level = 'quarantine' OR granted_roles && '{auditor}'::text[])
  UNION SELECT user_id FROM board_members WHERE organization_id = app_organization()`;
