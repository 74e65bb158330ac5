import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import type { MeetingsEvent } from "../events.ts";
import { loadAdminUserIds, loadChairUserIds, unassignActions } from "../store.ts";

export const releaseActions = defineOperation({
  name: "meetings.release_actions",
  summary: "Take unfinished follow-ups from a person who left and tell the chair and the admins",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({ userId: z.uuid() }),
  output: z.strictObject({ released: z.array(z.string()) }),
  async run({ input: { userId }, tx }) {
    const released = await unassignActions(tx, userId);
    if (released.length === 0) {
      tx.unchanged();
      return { released };
    }
    const items = released.length === 1 ? "1 follow-up has" : `${released.length} follow-ups have`;
    await notify(tx, {
      userIds: [...(await loadChairUserIds(tx)), ...(await loadAdminUserIds(tx))],
      kind: "meetings.action_unassigned",
      title: `${items} no owner any more`,
      body: `Their owner left: ${released.join(", ")}`,
      href: "/actions",
    });
    await tx.record({
      action: "meetings.actions_released",
      subject: { type: "person", reference: userId },
      details: { items: released },
    } satisfies MeetingsEvent);
    return { released };
  },
});
