// A policy gets its next version, or is retired (POL-4). All changes of policies wait for each other at the organisation's row.
import { lockBoard } from "../../board/store.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { loadToday } from "../../policy/grant-store.ts";
import { type ChangeFacts, type ChangeObstacle, findChangeObstacle } from "../../policy/policy-change.ts";
import type { PolicyChange } from "../../policy/policy-content.ts";
import { enactPolicyChange, loadChangeFacts, namePolicy } from "../../policy/policy-store.ts";
import { refuse as refuseInPolicy } from "../../policy/refusals.ts";
import type { KindEffect } from "../kinds/kind.ts";
import type { Carrier } from "./effect-store.ts";

type FieldObstacle = Exclude<ChangeObstacle, "policy.stale_base" | "policy.retired">;

const AT_FIELD: Readonly<Record<FieldObstacle, (change: PolicyChange, facts: ChangeFacts) => [string, string]>> = {
  "policy.unknown": ({ policy }) => ["policy", `There is no policy \`${policy ?? ""}\``],
  "policy.nothing_changed": () => ["content.statement", "This says the same as the version in force; change something"],
  "policy.name_taken": (_change, { namesake }) => ["content.name", `\`${namesake ?? ""}\` is called that already`],
  "policy.over_already": () => ["content.effectiveUntil", "This day has passed; choose a later one"],
};

function refusalOf(obstacle: ChangeObstacle, change: PolicyChange, facts: ChangeFacts): Error {
  const policy = change.policy ?? "";
  if (obstacle === "policy.retired") return refuseInPolicy(obstacle, { policy });
  if (obstacle === "policy.stale_base") {
    const version = facts.policy?.version ?? 0;
    return refuseInPolicy(obstacle, { policy, baseVersion: change.baseVersion ?? 0, version });
  }
  const [field, message] = AT_FIELD[obstacle](change, facts);
  const path = `payload.${field}`;
  const code = obstacle.replace(/^policy\./u, "");
  return refuseInKernel("kernel.invalid_input", { fields: [path] }, [{ path, code, message }]);
}

export const changePolicy: Carrier<Extract<KindEffect, { type: "change_policy" }>> = {
  locksModel: false,
  hold: lockBoard,
  check: async (tx, { change }, { at }) => {
    const facts = await loadChangeFacts(tx, change, await loadToday(tx, at));
    const obstacle = findChangeObstacle(change, facts);
    if (obstacle !== null) throw refusalOf(obstacle, change, facts);
  },
  lookUp: (tx, { change }) => namePolicy(tx, change.policy),
  carryOut: async (tx, { change }, { proposal, decision, at }) => {
    await lockBoard(tx);
    const facts = await loadChangeFacts(tx, change, await loadToday(tx, at));
    const obstacle = findChangeObstacle(change, facts);
    if (obstacle !== null) return obstacle;
    const { reference, proposerUserId: authorUserId } = proposal;
    await enactPolicyChange(tx, { change, policy: facts.policy, authorUserId, proposal: reference, decision, at });
    return null;
  },
  giveBack: async () => {},
};
