import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadOrganization } from "../../identity/store.ts";
import { notify } from "../../notifications/store.ts";
import type { EscalationsEvent } from "../events.ts";
import { deriveMorning, tellMorning } from "../morning.ts";
import { findBriefingOfDay, loadMorning } from "../morning-store.ts";
import { loadPeople } from "../people-store.ts";
import { loadRules } from "../rules-store.ts";

export const sendBriefing = defineOperation({
  name: "escalations.send_briefing",
  summary: "Send the chair the briefing of the morning, once, unless one with decision cards goes out anyway",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({
    /** What is left to do today: to ask again, or nothing. */
    outcome: z.enum(["later", "sent", "nothing"]),
    day: z.string(),
  }),
  async run({ now, tx }) {
    const at = await now();
    const { timeZone: zone } = await loadOrganization(tx);
    const { rules } = await loadRules(tx);
    const { briefingHour: hour } = rules;
    const { outcome: morning, day } = deriveMorning(at, zone, hour);
    const other = morning === "now" ? await findBriefingOfDay(tx, { day, zone, hour, at }) : "none";
    if (morning === "not_yet" || other === "on_its_way") {
      tx.unchanged();
      return { outcome: "later" as const, day };
    }
    const facts = morning === "now" && other === "none" ? await loadMorning(tx, at) : null;
    const letter = facts === null ? null : tellMorning(facts);
    const { chair, admins } = await loadPeople(tx);
    const userIds = chair.length > 0 ? chair : admins;
    const told =
      letter === null ? 0 : await notify(tx, { ...letter, userIds, sourceKey: `escalations.morning:${day}` });
    if (facts === null || told === 0) {
      tx.unchanged();
      return { outcome: "nothing" as const, day };
    }
    await tx.record({
      action: "escalations.briefing_sent",
      subject: { type: "organization", reference: tx.organizationId },
      details: { day, immediate: facts.immediate, cards: facts.cards, overdue: facts.overdue, people: told },
    } satisfies EscalationsEvent);
    return { outcome: "sent" as const, day };
  },
});
