import { defineOperation } from "../../../db/operation.ts";
import { hasRole } from "../../kernel/actor.ts";
import { loadPeople } from "../../registry/owner-store.ts";
import { loadToday, requireGrant } from "../grant-store.ts";
import { toGrantItem } from "../grant-view-store.ts";
import { findPolicy } from "../policy-store.ts";
import { GrantReference, GrantView } from "../view.ts";

export const readGrant = defineOperation({
  name: "policy.read_grant",
  summary: "One risk acceptance or exception: its terms, until when, who decided it, what it renews",
  permission: "policy.read",
  effect: "read",
  input: GrantReference,
  output: GrantView,
  async run({ input, actor, now, tx }) {
    const grant = await requireGrant(tx, input.reference);
    const item = toGrantItem(grant, await loadToday(tx, await now()));
    const { granted, revoked, proposerUserId } = grant;
    const named = granted.kind === "exception_grant" ? granted.terms.policy : undefined;
    const policy = named === undefined ? null : await findPolicy(tx, named);
    const personOf = await loadPeople(tx, [proposerUserId, revoked?.by ?? null]);
    return {
      ...item,
      proposer: personOf(proposerUserId),
      policy:
        policy === null
          ? null
          : { reference: policy.reference, name: policy.content.name, isRetired: policy.isRetired },
      revoked:
        revoked === null ? null : { at: revoked.at.toISOString(), by: personOf(revoked.by), reason: revoked.reason },
      mayRevoke: item.state === "in_force" && hasRole(actor, "chair"),
    };
  },
});
