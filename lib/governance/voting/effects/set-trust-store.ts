// A person's trust level becomes the one that was voted for, if they still have the one that it starts from (ORG-141).
import { refuse as refuseInIdentity } from "../../identity/refusals.ts";
import { findMembership } from "../../identity/store.ts";
import { assessTrustChange, type TrustChange, type TrustChangeCode } from "../../identity/trust-change.ts";
import { lockTrust, type PersonUnderVote, saveTrust } from "../../identity/trust-store.ts";
import { atField, type Refusal } from "../../kernel/refusal.ts";
import type { KindEffect } from "../kinds/kind.ts";
import { refuse } from "../refusals.ts";
import type { Carrier } from "./effect-store.ts";

export const setTrust: Carrier<Extract<KindEffect, { type: "set_trust" }>> = {
  locksModel: false,
  check: async (tx, { person: userId, change }, { proposal }) => {
    if (userId === proposal.proposerUserId) throw atField(refuse("voting.own_trust", {}), "payload.person");
    const found = await lockTrust(tx, userId);
    if (found === null)
      throw atField(refuseInIdentity("identity.person_unknown", { person: userId }), "payload.person");
    const verdict = assessTrustChange(change, found.person);
    if (verdict.outcome === "refused") throw refuseChange(verdict.reasons[0]?.code as TrustChangeCode, found, change);
  },
  lookUp: async (tx, { person: userId }) => {
    const membership = await findMembership(tx, userId);
    if (membership === null) throw new Error("The person of a trust adjustment is gone");
    return { person: membership.name };
  },
  carryOut: async (tx, { person: userId, change }) => {
    const found = await lockTrust(tx, userId);
    if (found === null) return "identity.person_unknown";
    const verdict = assessTrustChange(change, found.person);
    if (verdict.outcome === "refused") return verdict.reasons[0]?.code ?? "identity.trust_moved_on";
    await saveTrust(tx, userId, change);
    return null;
  },
  giveBack: async () => {},
};

function refuseChange(code: TrustChangeCode, { membership }: PersonUnderVote, { from }: TrustChange): Refusal {
  const { name: person, trustLevel: current } = membership;
  switch (code) {
    case "identity.trust_moved_on":
      return atField(refuseInIdentity(code, { person, from, current }), "payload.from");
    case "identity.trust_unchanged":
      return atField(refuseInIdentity(code, { person, current }), "payload.to");
    case "identity.last_admin":
      return atField(refuseInIdentity(code, { person }), "payload.to");
    default:
      return atField(refuseInIdentity(code, { person }), "payload.person");
  }
}
