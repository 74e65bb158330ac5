// Reads who took part in which votes of the board (BRD-152). A vote counts for a member who was on its roll as a holder of a
// seat, was not recused, and either cast a ballot or still had the right when voting ended.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { BOARD_ROLES, ROLE_ORDER } from "../board/board-role.ts";
import { loadSeats } from "../board/store.ts";
import { deriveTenure } from "../board/tenure.ts";
import { hasVotingRights } from "../board/term.ts";
import { type AttendanceFacts, FLAGGED_FROM } from "./attendance.ts";

const VOTING_ROLES = ROLE_ORDER.filter((role) => BOARD_ROLES[role].votes);

type LatestRow = { proposal: string; title: string; endedAt: string; hasCast: boolean };
type CountRow = {
  user_id: string;
  entitled: number;
  cast: number;
  missed_in_a_row: number;
  latest: LatestRow[] | null;
};

/** Everybody with a vote now, the chair first, with the votes of their unbroken time on the board. */
export async function loadAttendance(tx: UnitOfWork, at: Date): Promise<AttendanceFacts[]> {
  const seats = await loadSeats(tx);
  const voting = seats
    .filter((seat) => hasVotingRights(seat, at))
    .toSorted((a, b) => VOTING_ROLES.indexOf(a.role) - VOTING_ROLES.indexOf(b.role) || a.name.localeCompare(b.name));
  const members = voting.map((seat) => ({ seat, since: deriveTenure(seats, seat).startAt }));
  const counts = await countVotes(
    tx,
    members.map(({ seat, since }) => ({ userId: seat.userId, since })),
  );
  return members.map(({ seat, since }) => {
    const row = counts.get(seat.userId);
    return {
      userId: seat.userId,
      name: seat.name,
      seat: seat.reference,
      role: seat.role,
      since,
      entitled: row?.entitled ?? 0,
      cast: row?.cast ?? 0,
      missedInARow: row?.missed_in_a_row ?? 0,
      latest: (row?.latest ?? []).map((vote) => ({ ...vote, endedAt: new Date(vote.endedAt) })),
    };
  });
}

/** A vote ends at its deadline, or when it is closed before. `place` 1 is the one that ended last. */
async function countVotes(
  tx: UnitOfWork,
  members: readonly { readonly userId: string; readonly since: Date }[],
): Promise<ReadonlyMap<string, CountRow>> {
  const userIds = members.map(({ userId }) => userId);
  const sinces = members.map(({ since }) => since.toISOString());
  const rows = await tx.db.$queryRaw<CountRow[]>`
    WITH counted AS (
      SELECT e.user_id, p.reference, p.title, LEAST(p.deadline_at, p.closed_at) AS ended_at,
        b.voter_user_id IS NOT NULL AS has_cast,
        row_number() OVER (PARTITION BY e.user_id ORDER BY p.closed_at DESC, p.id DESC)::int AS place
      FROM unnest(${userIds}::uuid[], ${sinces}::timestamptz[]) AS m(user_id, since)
      JOIN electors e ON e.organization_id = app_organization() AND e.user_id = m.user_id
      JOIN proposals p ON p.organization_id = e.organization_id AND p.id = e.proposal_id
      LEFT JOIN ballots b ON b.organization_id = e.organization_id AND b.proposal_id = e.proposal_id
        AND b.voter_user_id = e.user_id
      WHERE e.recused_at IS NULL AND e.seat_role IS NOT NULL AND p.closed_at IS NOT NULL AND p.opened_at >= m.since
        AND p.rule ->> 'weightUnit' = 'seat' AND NOT (e.seat_role = 'chair' AND p.rule ->> 'chairVotes' = 'false')
        AND (b.voter_user_id IS NOT NULL OR EXISTS (
          SELECT FROM board_members s WHERE s.organization_id = e.organization_id AND s.user_id = e.user_id
            AND s.role = ANY(${VOTING_ROLES as string[]}) AND s.term_start_at < LEAST(p.deadline_at, p.closed_at)
            AND LEAST(s.term_end_at, COALESCE(s.ended_at, s.term_end_at)) >= LEAST(p.deadline_at, p.closed_at))))
    SELECT user_id::text, count(*)::int AS entitled, (count(*) FILTER (WHERE has_cast))::int AS cast,
      COALESCE(min(place) FILTER (WHERE has_cast) - 1, count(*))::int AS missed_in_a_row,
      json_agg(json_build_object('proposal', reference, 'title', title, 'endedAt', ended_at, 'hasCast', has_cast)
        ORDER BY place) FILTER (WHERE place <= ${FLAGGED_FROM}) AS latest
    FROM counted GROUP BY user_id`;
  return new Map(rows.map((row) => [row.user_id, row]));
}
