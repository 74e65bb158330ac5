import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseKernel } from "../../kernel/refusal.ts";
import { assertNever } from "../../kernel/verdict.ts";
import { actsOf, assessAct, planAct } from "../action-item.ts";
import type { MeetingsEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { ActionChange, ActionStatus } from "../schema.ts";
import { loadActionForUpdate, saveAction } from "../store.ts";

export const changeAction = defineOperation({
  name: "meetings.change_action",
  summary: "Start, complete or cancel a follow-up",
  permission: "meetings.act",
  effect: "write",
  input: ActionChange,
  output: z.strictObject({ reference: z.string(), status: ActionStatus }),
  async run({ input: { reference, act, note }, actor, now, tx }) {
    const item = await loadActionForUpdate(tx, reference);
    if (item === null) throw refuseKernel("kernel.not_found", { subject: "action item", reference });
    const at = await now();
    const verdict = assessAct(item, act, actor);
    switch (verdict.outcome) {
      case "not_yours":
        throw refuse("meetings.not_your_action", { action: reference, act });
      case "not_now":
        throw refuse("meetings.act_not_open", {
          action: reference,
          act,
          status: item.status,
          allowed: actsOf(item, actor),
        });
      case "allowed":
        break;
      default:
        assertNever(verdict.outcome);
    }
    const effect = planAct(act, note ?? null, at);
    await saveAction(tx, item.id, effect);
    await tx.record({
      action: "meetings.action_changed",
      subject: { type: "action_item", reference },
      details: { act, from: item.status, to: effect.status, by: verdict.reasons[0]?.code ?? "" },
      ...(note === undefined ? {} : { personal: { note } }),
    } satisfies MeetingsEvent);
    return { reference, status: effect.status };
  },
});
