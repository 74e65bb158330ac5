import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { toDigest } from "../digest.ts";
import { deliverItems, loadFolded, loadTeams, lockDueDigest, saveDelivered } from "../digest-store.ts";
import { recipientsOf, tellDigest } from "../digest-words.ts";
import type { EscalationsEvent } from "../events.ts";
import { sayBesides } from "../morning.ts";
import { loadMorning } from "../morning-store.ts";
import { LATE_AFTER_MS } from "../path.ts";
import { loadPeople } from "../people-store.ts";
import { DigestKind } from "../schema.ts";

export const deliverDigest = defineOperation({
  name: "escalations.deliver_digest",
  summary: "Deliver the next briefing, daily summary or weekly digest whose time has come, once",
  permission: "system.run",
  effect: "write",
  timeoutMs: 60_000,
  input: z.strictObject({}),
  output: z.strictObject({ delivered: DigestKind.nullable(), items: z.int() }),
  async run({ now, tx }) {
    const digest = await lockDueDigest(tx, await now());
    const at = await now();
    if (digest === null) {
      tx.unchanged();
      return { delivered: null, items: 0 };
    }
    const { kind, deliverAt, id } = digest;
    await deliverItems(tx, id, at);
    const content = toDigest(kind, await loadFolded(tx, id, at));
    const teams = kind === "weekly_digest" ? await loadTeams(tx, id) : [];
    const userIds = content.items === 0 ? [] : recipientsOf(kind, await loadPeople(tx), teams);
    const isLate = at.getTime() - deliverAt.getTime() > LATE_AFTER_MS;
    await saveDelivered(tx, digest, { at, isLate, content, userIds });
    const besides = kind === "next_briefing" ? sayBesides(await loadMorning(tx, at)) : null;
    await notify(tx, { ...tellDigest(content, isLate, besides), userIds, sourceKey: `escalations.digest:${id}` });
    await tx.record({
      action: "escalations.digest_delivered",
      subject: { type: "digest", reference: id },
      details: { kind, items: content.items, groups: content.groups.length, isLate },
    } satisfies EscalationsEvent);
    return { delivered: kind, items: content.items };
  },
});
