import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { castAll, closeAtDeadline, propose } from "../../testing/board-decision.ts";
import { type BoardWorld, buildBoard } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, arrange, currentPerson, makeOrganization } from "../../testing/identity-world.ts";
import { castBallot } from "../voting/operations/cast-ballot.ts";
import { closeDueProposal } from "../voting/operations/close-due-proposal.ts";
import { executeProposal } from "../voting/operations/execute-proposal.ts";
import { listProposals } from "../voting/operations/list-proposals.ts";
import { openProposal } from "../voting/operations/open-proposal.ts";
import { readProposal } from "../voting/operations/read-proposal.ts";
import { listPolicies } from "./operations/list-policies.ts";
import { readPolicy } from "./operations/read-policy.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  await database.setClock({ at: START });
  world = await buildBoard();
});
afterAll(() => database.stop());

const content = {
  ...{ name: "Spending of agents", type: "budget_constraint", scope: "ecosystem" },
  statement: "No agent spends more than 200 USD without a person.",
  rules: [{ condition: { field: "amount", operator: "gt", value: 200 }, action: "escalate", target: "chairman" }],
};
const changed = { ...content, statement: "No agent spends more than 100 USD without a person.", priority: 60 };
const FOR = "yyyyy--";

const change = (payload: object, rest: object = {}, actor = world.chair) =>
  propose(actor, "policy_change", payload, rest);
const read = (reference: string, version?: number, actor = world.auditor) =>
  invoke(readPolicy, { actor, input: { reference, version } });
const list = async (input: object = {}, actor = world.auditor) =>
  (await invoke(listPolicies, { actor, input })).items.map((item) => item.content.name);
const see = (reference: string, actor = world.chair) => invoke(readProposal, { actor, input: { reference } });

/** Proposed and passed by the board. */
async function decide(payload: object, letters = FOR) {
  const { reference } = await change(payload);
  await castAll(world, reference, letters);
  return closeAtDeadline(database, world, reference);
}

async function adopted(given: object = content): Promise<string> {
  const { reference } = await decide({ change: "create", content: given });
  const { proposal } = (
    await database.query<{ proposal: string }>(
      `SELECT p.reference AS proposal FROM policies p
     JOIN policy_versions v ON v.policy_id = p.id AND v.organization_id = p.organization_id
     WHERE v.proposal_reference = $1`,
      [reference],
    )
  )[0] ?? { proposal: "" };
  return proposal;
}

describe("the board decides on policies", () => {
  test("[VOT-175] a new one: version 1 with proposer, proposal and decision", async () => {
    const { reference } = await change({ change: "create", content });
    expect(await see(reference)).toMatchObject({
      asked: "Adopt the policy “Spending of agents”?",
      policyChange: { change: "create", isBaseCurrent: true, policy: null },
      rule: { authority: "full_board", threshold: { numerator: 2, denominator: 3, base: "all_entitled" } },
    });
    await castAll(world, reference, FOR);
    const closed = await closeAtDeadline(database, world, reference);
    expect(closed).toMatchObject({ state: "executed", outcome: "approved" });
    const { items } = await invoke(listPolicies, { actor: world.owner, input: {} });
    expect(items).toMatchObject([{ version: 1, standing: "in_force", decision: closed.decision }]);
    const policy = await read(items[0]?.reference ?? "");
    const became = { type: "policy", reference: policy.reference, name: content.name, version: 1 };
    expect((await see(reference)).became).toEqual(became);
    expect(policy).toMatchObject({ shown: 1, content: { priority: 50 }, difference: null, exceptions: 0 });
    expect(policy.ruleWords).toEqual(["When the amount is more than 200 USD: escalate it to the chairman."]);
    const author = { name: world.chair.name };
    const links = { proposal: reference, decision: closed.decision };
    expect(policy.versions).toMatchObject([{ version: 1, change: "create", author, ...links }]);
  });

  test.each([
    ["five of seven", "yyyyy--", "executed"],
    ["four of seven with silence", "yyyy---", "rejected"],
    ["four of seven with abstentions", "yyyyaaa", "rejected"],
    ["five against two", "yyyyynn", "executed"],
  ])("[VOT-175] %s of the full board", async (_name, letters, state) => {
    expect(await decide({ change: "create", content }, letters)).toMatchObject({ state });
    expect(await list()).toHaveLength(state === "executed" ? 1 : 0);
  });

  test("[VOT-175] a change makes the next version and leaves the first as it was", async () => {
    const policy = await adopted();
    const { reference } = await change({ change: "change", policy, baseVersion: 1, content: changed });
    const { policyChange } = await see(reference);
    expect(policyChange?.rows.filter((row) => row.kind !== "same")).toHaveLength(2);
    await castAll(world, reference, FOR);
    await closeAtDeadline(database, world, reference);
    expect(await read(policy)).toMatchObject({ version: 2, shown: 2, content: { priority: 60 } });
    expect(await read(policy, 1)).toMatchObject({ version: 2, shown: 1, content: { priority: 50 } });
    expect((await read(policy)).difference).toEqual(policyChange?.rows);
  });

  test("[VOT-175] retiring is the last version; the list and its filter know it", async () => {
    const policy = await adopted();
    expect(await decide({ change: "retire", policy, baseVersion: 1 })).toMatchObject({ state: "executed" });
    expect(await read(policy)).toMatchObject({ version: 2, standing: "retired" });
    expect((await read(policy)).versions.map((version) => version.change)).toEqual(["retire", "create"]);
    expect(await list()).toEqual([]);
    expect(await list({ retired: true })).toEqual([content.name]);
    expect(await adopted()).not.toBe(policy);
  });

  test("[POL-103] a version can be neither changed nor removed", async () => {
    await adopted();
    const act = (work: Parameters<typeof arrange>[1]) => arrange(world.organizationId, work);
    await expect(
      act(async (tx) => {
        await tx.db.policyVersion.updateMany({ data: { change: "change" } });
      }),
    ).rejects.toThrow(/permission denied/u);
    await expect(
      act(async (tx) => {
        await tx.db.policyVersion.deleteMany();
      }),
    ).rejects.toThrow(/permission denied/u);
  });
});

describe("the members decide on policies, with the weight of their trust", () => {
  const setTrust = async (userId: string, level: string) => {
    await database.query("UPDATE memberships SET trust_level = $2 WHERE user_id = $1", [userId, level]);
    return currentPerson(world.organizationId, userId);
  };

  test("[VOT-175] the same effect, by a trusted member", async () => {
    const chair = await setTrust(world.chair.userId, "core");
    await expect(propose(world.risk, "policy", { change: "create", content })).rejects.toMatchObject({
      code: "voting.trust_too_low",
    });
    const { reference } = await propose(chair, "policy", { change: "create", content });
    const { subjectDigest, rule } = await see(reference);
    expect(rule).toMatchObject({ weightUnit: "half_vote", authority: "trust_weighted" });
    for (const actor of [chair, world.risk, world.ethics, world.data]) {
      await invoke(castBallot, { actor, input: { reference, choice: "yes", subjectDigest: subjectDigest ?? "" } });
    }
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "executed" });
    expect(await list()).toEqual([content.name]);
  });
});

describe("what cannot be proposed", () => {
  test("[POL-103] a change of another version than the latest, or of a retired one", async () => {
    const policy = await adopted();
    await decide({ change: "change", policy, baseVersion: 1, content: changed });
    await expect(change({ change: "change", policy, baseVersion: 1, content })).rejects.toMatchObject({
      code: "policy.stale_base",
      status: 409,
    });
    await decide({ change: "retire", policy, baseVersion: 2 });
    await expect(change({ change: "retire", policy, baseVersion: 3 })).rejects.toMatchObject({
      code: "policy.retired",
      status: 409,
    });
  });

  test("[POL-103] a name that is taken, nothing new, a day that has passed, no such policy: at the field", async () => {
    const policy = await adopted();
    const base = { change: "change", policy, baseVersion: 1 };
    const cases: [object, string][] = [
      [{ change: "create", content: { ...content, name: " spending OF agents " } }, "payload.content.name"],
      [{ ...base, content }, "payload.content.statement"],
      [{ ...base, content: { ...changed, effectiveUntil: "2026-03-01" } }, "payload.content.effectiveUntil"],
      [{ ...base, policy: "POL-00000000", content: changed }, "payload.policy"],
      [
        { ...base, content: { ...changed, rules: [{ ...content.rules[0], condition: { field: "x" } }] } },
        "payload.content.rules.0.condition.field",
      ],
    ];
    for (const [payload, path] of cases) {
      await expect(change(payload)).rejects.toMatchObject({ status: 422, errors: [{ path }] });
    }
    expect(await decide({ ...base, content: { ...changed, name: "SPENDING of agents" } })).toMatchObject({
      state: "executed",
    });
  });

  test("[POL-106] a policy of another organisation", async () => {
    const policy = await adopted();
    const other = await makeOrganization();
    const stranger = await addPerson(other, { name: "Sam Stranger" });
    await expect(read(policy, undefined, stranger)).rejects.toMatchObject({ status: 404 });
    expect(await list({}, stranger)).toEqual([]);
    await expect(read("POL-00000000")).rejects.toMatchObject({ status: 404 });
    await expect(read(policy, 9)).rejects.toMatchObject({ status: 404 });
  });

  test("[VOT-175] by somebody who may not propose", async () => {
    for (const actor of [world.auditor, world.advisor]) {
      await expect(change({ change: "create", content }, {}, actor)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe("a change whose base is gone", () => {
  test("[POL-103] is refused at opening, and its page says so", async () => {
    const policy = await adopted();
    const kept = await change({ change: "change", policy, baseVersion: 1, content: changed }, { isDraft: true });
    await decide({ change: "retire", policy, baseVersion: 1 });
    expect((await see(kept.reference)).policyChange).toMatchObject({ isBaseCurrent: false });
    const input = { reference: kept.reference };
    await expect(invoke(openProposal, { actor: world.chair, input })).rejects.toMatchObject({ code: "policy.retired" });
  });

  test("[VOT-176] is not carried out when the policy was retired meanwhile, and cannot be later", async () => {
    const policy = await adopted();
    const base = { policy, baseVersion: 1 };
    const first = await change({ change: "retire", ...base });
    const second = await change({ change: "change", ...base, content: changed });
    await castAll(world, first.reference, FOR);
    await castAll(world, second.reference, FOR);
    expect(await closeAtDeadline(database, world, first.reference)).toMatchObject({ state: "executed" });
    const failed = await closeAtDeadline(database, world, second.reference);
    expect(failed).toMatchObject({ state: "execution_failed", outcome: "approved" });
    expect(await see(second.reference)).toMatchObject({ executionFailure: "policy.retired" });
    const input = { reference: second.reference };
    expect(await invoke(executeProposal, { actor: world.chair, input })).toMatchObject({ state: "execution_failed" });
    expect(await read(policy)).toMatchObject({ version: 2, standing: "retired" });
  });

  test("[VOT-175] of three on one version that end at the same instant exactly one is carried out", async () => {
    const policy = await adopted();
    const references: string[] = [];
    for (const priority of [61, 62, 63]) {
      const payload = { change: "change", policy, baseVersion: 1, content: { ...content, priority } };
      references.push((await change(payload)).reference);
    }
    for (const reference of references) await castAll(world, reference, FOR);
    await database.setClock({ at: "2026-03-20T09:00:00.000Z" });
    const actor = systemActor(world.organizationId, "sweep");
    const answers = await Promise.all(
      references.map((reference) => invoke(closeDueProposal, { actor, input: { reference } })),
    );
    expect(answers.map((answer) => answer.state).sort()).toEqual(["executed", "execution_failed", "execution_failed"]);
    expect(await read(policy)).toMatchObject({ version: 2 });
  });

  test("[POL-103] of two new ones with one name that end at the same instant exactly one is made", async () => {
    const references = [await change({ change: "create", content }), await change({ change: "create", content })];
    for (const { reference } of references) await castAll(world, reference, FOR);
    await database.setClock({ at: "2026-03-20T09:00:00.000Z" });
    const actor = systemActor(world.organizationId, "sweep");
    await Promise.all(references.map(({ reference }) => invoke(closeDueProposal, { actor, input: { reference } })));
    expect(await list()).toEqual([content.name]);
  });
});

describe("finding policies", () => {
  test("[POL-106] the proposals about one, and no others", async () => {
    const policy = await adopted();
    const { reference } = await change({ change: "retire", policy, baseVersion: 1 });
    await change({ change: "create", content: { ...content, name: "Another" } });
    const about = async (given: string) =>
      (await invoke(listProposals, { actor: world.auditor, input: { about: given } })).items.map(
        (item) => item.reference,
      );
    expect(await about(policy)).toEqual([reference]);
    expect(await about("POL-00000000")).toEqual([]);
  });

  test("[POL-106] by name, kind and scope, in pages that go on", async () => {
    const venture = { scope: "venture", scopeId: "Nordic pilot", type: "stage_gate", mode: "shadow" };
    for (const given of [{ name: "Gate" }, { name: "alpha" }, { name: "Beta", ...venture }]) {
      await adopted({ ...content, ...given });
    }
    expect(await list()).toEqual(["alpha", "Beta", "Gate"]);
    expect(await list({ q: "ET" })).toEqual(["Beta"]);
    expect(await list({ q: "%" })).toEqual([]);
    expect(await list({ type: "stage_gate" })).toEqual(["Beta"]);
    expect(await list({ scope: "ecosystem" })).toEqual(["alpha", "Gate"]);
    expect(await list({ mode: "shadow" })).toEqual(["Beta"]);
    const first = await invoke(listPolicies, { actor: world.auditor, input: { limit: 2 } });
    expect(await list({ limit: 2, cursor: first.nextCursor })).toEqual(["Gate"]);
    await expect(list({ cursor: "nowhere" })).rejects.toMatchObject({ status: 400 });
  });
});
