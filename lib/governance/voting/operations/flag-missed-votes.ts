import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { type AttendanceEvent, listFlagRecipients, toMemberAttendance, votesMissed } from "../attendance.ts";
import { loadAttendance } from "../attendance-store.ts";
import { loadBoardUserIds } from "../electorate-store.ts";
import { loadAdminUserIds } from "../proposal-store.ts";
import { NoInput } from "../request.ts";

/** After each decision and every morning; whoever was told of a run of missed votes is not told of it again. */
export const flagMissedVotes = defineOperation({
  name: "voting.flag_missed_votes",
  summary: "Tell the chair of members who missed three votes in a row",
  permission: "system.run",
  effect: "write",
  input: NoInput,
  output: z.strictObject({ members: z.array(z.string()) }),
  async run({ now, tx }) {
    const at = await now();
    const [chairUserId = null] = await loadBoardUserIds(tx, at, "chair");
    const adminUserIds = await loadAdminUserIds(tx);
    const told: string[] = [];
    for (const member of (await loadAttendance(tx, at)).map(toMemberAttendance)) {
      if (!member.isFlagged) continue;
      const recipients = listFlagRecipients(member.userId, { chairUserId, adminUserIds });
      if ((await notify(tx, votesMissed(member, recipients))) > 0) told.push(member.userId);
    }
    if (told.length === 0) tx.unchanged();
    else {
      await tx.record({
        action: "voting.missed_votes_flagged",
        subject: { type: "organization", reference: tx.organizationId },
        details: { members: told },
      } satisfies AttendanceEvent);
    }
    return { members: told };
  },
});
