// Answers "how often did each member of the board take part, and who has missed three votes in a row?" (BRD-6, BRD-152 to
// BRD-154). Counted are board votes that ended with a result while the member was entitled; a recusal is no absence.
import { z } from "zod";
import { BoardRole } from "../board/schema.ts";
import type { AuditEvent } from "../kernel/audit-event.ts";
import type { Notice } from "../notifications/notice.ts";

/** So many votes missed in a row are told to the chair. */
export const FLAGGED_FROM = 3;

const InstantText = z.iso.datetime();

const MemberAttendance = z.strictObject({
  userId: z.string(),
  name: z.string(),
  /** The seat held now. */
  seat: z.string(),
  role: BoardRole,
  /** Begin of the unbroken time on the board that is counted. */
  since: InstantText,
  entitled: z.int(),
  cast: z.int(),
  /** cast / entitled; null where there was nothing to vote on. */
  ratio: z.number().nullable(),
  missedInARow: z.int(),
  isFlagged: z.boolean(),
  /** The last ones of the run, the latest first; three at most. */
  lastMissed: z.array(z.strictObject({ proposal: z.string(), title: z.string(), endedAt: InstantText })),
});
export type MemberAttendance = z.infer<typeof MemberAttendance>;

export const AttendanceView = z.strictObject({ members: z.array(MemberAttendance) });

export type CountedVote = {
  readonly proposal: string;
  readonly title: string;
  readonly endedAt: Date;
  readonly hasCast: boolean;
};
export type AttendanceFacts = {
  readonly userId: string;
  readonly name: string;
  readonly seat: string;
  readonly role: BoardRole;
  readonly since: Date;
  readonly entitled: number;
  readonly cast: number;
  /** Votes missed since the last one cast. */
  readonly missedInARow: number;
  /** The latest ones, the newest first. */
  readonly latest: readonly CountedVote[];
};

export function toMemberAttendance(facts: AttendanceFacts): MemberAttendance {
  const { latest, since, ...rest } = facts;
  const firstCast = latest.findIndex((vote) => vote.hasCast);
  const missed = firstCast === -1 ? latest : latest.slice(0, firstCast);
  return {
    ...rest,
    since: since.toISOString(),
    ratio: facts.entitled === 0 ? null : facts.cast / facts.entitled,
    isFlagged: facts.missedInARow >= FLAGGED_FROM,
    lastMissed: missed.slice(0, FLAGGED_FROM).map(({ proposal, title, endedAt }) => ({
      proposal,
      title,
      endedAt: endedAt.toISOString(),
    })),
  };
}

/**
 * Told once in a run of missed votes: the number of ballots cast stays the same as long as it lasts, and never comes back
 * once it ended (BRD-154).
 */
export function votesMissed(member: MemberAttendance, userIds: readonly string[]): Notice {
  const titles = member.lastMissed.map(({ title }) => `“${title}”`).join(", ");
  return {
    userIds,
    kind: "voting.votes_missed",
    title: `${member.name} has missed ${member.missedInARow} votes in a row`,
    body: `The last ones: ${titles}. ${member.cast} of ${member.entitled} ballots cast since they joined the board.`,
    href: `/board/members/${member.seat}`,
    sourceKey: `voting.votes_missed:${member.userId}:${member.since}:${member.cast}`,
  };
}

/** The chair hears of it; of the chair, and where there is none, the admins do. */
export function listFlagRecipients(
  flaggedUserId: string,
  people: { readonly chairUserId: string | null; readonly adminUserIds: readonly string[] },
): readonly string[] {
  const { chairUserId, adminUserIds } = people;
  return chairUserId === null || chairUserId === flaggedUserId ? adminUserIds : [chairUserId];
}

export type AttendanceEvent = AuditEvent<"voting.missed_votes_flagged", { members: readonly string[] }>;
