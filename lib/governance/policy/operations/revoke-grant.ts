import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { notify } from "../../notifications/store.ts";
import type { PolicyEvent } from "../events.ts";
import { deriveGrantState } from "../grant.ts";
import { loadToday, lockGrant, saveRevocation } from "../grant-store.ts";
import { grantRevoked } from "../notices.ts";
import { refuse } from "../refusals.ts";
import { RevokeGrantAnswer, RevokeGrantInput } from "../view.ts";

export const revokeGrant = defineOperation({
  name: "policy.revoke_grant",
  summary: "End a risk acceptance or an exception before its day, with a reason",
  permission: "policy.revoke_grant",
  effect: "write",
  input: RevokeGrantInput,
  output: RevokeGrantAnswer,
  async run({ input: { reference: typed, reason }, actor, now, tx }) {
    const by = toPersonId(actor);
    const grant = await lockGrant(tx, typed);
    const at = await now();
    const { id, reference, kind, until, decision, matter, model, proposerUserId } = grant;
    const state = deriveGrantState(grant, await loadToday(tx, at));
    if (state !== "in_force") throw refuse("policy.grant_not_in_force", { grant: reference, state });
    await saveRevocation(tx, id, { at, by, reason });
    const told = [proposerUserId, model?.ownerUserId ?? proposerUserId].filter((userId) => userId !== by);
    await notify(tx, grantRevoked({ reference, kind, matter, until }, { userIds: told, reason }));
    await tx.record({
      action: "policy.grant_revoked",
      subject: { type: "grant", reference },
      details: { kind, until, decision, model: model?.reference ?? null },
      personal: { reason },
    } satisfies PolicyEvent);
    return { reference, state: "revoked" as const, revokedAt: at.toISOString() };
  },
});
