// Models, their tiers, owners, scorecards and status against a real PostgreSQL, several connections at once.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { arrange } from "../../testing/identity-world.ts";
import {
  actsOnModels,
  answerOf,
  complete,
  entry,
  type RegistryWorld,
  stageRegistry,
} from "../../testing/registry-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { CRITERION_NAMES } from "./criteria.ts";
import { assignOwner } from "./operations/assign-owner.ts";
import { overrideTier } from "./operations/override-tier.ts";
import { readEvaluation } from "./operations/read-evaluation.ts";
import { readPackage } from "./operations/read-package.ts";
import { saveScorecardDraft } from "./operations/save-scorecard-draft.ts";
import { lockModel, setProposalLock } from "./store.ts";

const NOW = "2026-11-20T09:00:00.000Z";
let database: TestDatabase;
let world: RegistryWorld;
stageRegistry(NOW, (stage) => {
  ({ database, world } = stage);
});
const { actionsOf, approve, change, list, move, read, references, register, setStatus } = actsOnModels(
  () => ({ database, world }),
  NOW,
);

describe("registering", () => {
  test("[REG-9] the tier follows from the facts, with reasons; the risk score has its first point", async () => {
    const saved = await register({ facts: { affectsRights: true, decidesAutonomously: true } });
    expect(saved).toMatchObject({ tier: "tier_4_critical", status: "proposed", revision: 1, riskScore: 90 });
    const model = await read(saved.reference);
    expect(model.tierReasons.map(({ code }) => code)).toContain("registry.affects_rights_autonomously");
    expect(model.riskHistory).toEqual([{ score: 90, recordedAt: NOW }]);
    expect(model.riskContributions.map(({ points }) => points)).toEqual([75, 15, 0, 0]);
    expect(await actionsOf()).toEqual(["registry.model_registered"]);
  });

  test("[REG-116] the registering model owner owns it; only an admin names somebody else", async () => {
    const own = await register();
    expect((await read(own.reference)).owner).toEqual({ id: world.owner.userId, name: "Otto Owner" });
    expect(await answerOf(register({ owner: world.otherOwner.email }))).toBe("registry.owner_is_assigned");
    const given = await register({ owner: world.otherOwner.email.toUpperCase() }, world.admin);
    expect((await read(given.reference)).owner?.id).toBe(world.otherOwner.userId);
    const nobodys = await register({}, world.admin);
    expect((await read(nobodys.reference)).owner).toBeNull();
    expect(await answerOf(register({ owner: "nobody@example.org" }, world.admin))).toBe("registry.owner_unknown");
    expect(await answerOf(register({ owner: world.chair.userId }, world.admin))).toBe("registry.owner_chairs_board");
  });

  test("[REG-126] name and version are taken once, in whatever case, also by two at once", async () => {
    const name = `Router ${randomUUID()}`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, n) => answerOf(register({ name: n % 2 ? name : name.toUpperCase() }))),
    );
    expect(answers.toSorted()).toEqual(["done", ...Array(3).fill("registry.model_exists")]);
    expect(await answerOf(register({ name, version: "2" }))).toBe("done");
    const other = await register();
    expect(await answerOf(change(other.reference, { name, version: "2" }))).toBe("registry.model_exists");
  });

  test.each([
    ["an unknown field", { colour: "blue" }, "colour"],
    ["an unknown fact", { facts: { colour: true } }, "facts.colour"],
    ["no name", { name: " " }, "name"],
    ["a text of 100,000 characters", { description: "x".repeat(100_000) }, "description"],
    ["NUL", { name: "a\u0000b" }, "name"],
    ["half a surrogate pair", { description: "\ud800" }, "description"],
    ["a tier that does not exist", { tier: "tier_5" }, "tier"],
    ["a fact that is text", { facts: { affectsRights: "yes" } }, "facts.affectsRights"],
  ])("[REG-104] %s is refused by its field", async (_name, input, path) => {
    await expect(register(input)).rejects.toMatchObject({
      refusalClass: "unprocessable",
      errors: [expect.objectContaining({ path })],
    });
    expect(await list()).toMatchObject({ items: [] });
  });

  test("[REG-9] a higher tier is taken at once, a lower one only from the chair with a reason", async () => {
    expect(await register({ tier: "tier_3_high" })).toMatchObject({ tier: "tier_3_high" });
    const facts = { affectsRights: true };
    expect(await answerOf(register({ facts, tier: "tier_1_low", tierReason: "Small" }))).toBe(
      "registry.tier_lowering_refused",
    );
  });
});

describe("changing", () => {
  test("[REG-9] facts change the tier, the reasons and the risk score with its history", async () => {
    const { reference } = await register();
    await database.setClock({ at: "2026-11-21T09:00:00.000Z" });
    const saved = await change(reference, { facts: { affectsSafety: true }, revision: 1 });
    expect(saved).toMatchObject({ tier: "tier_3_high", revision: 2, riskScore: 70 });
    expect((await read(reference)).riskHistory.map(({ score }) => score)).toEqual([25, 70]);
  });

  test("[REG-121] two edits of the same revision: one is told that somebody was first", async () => {
    const { reference } = await register();
    const answers = await Promise.all(
      ["a", "b", "c"].map((description) => answerOf(change(reference, { description, revision: 1 }))),
    );
    expect(answers.toSorted()).toEqual(["done", "kernel.changed_meanwhile", "kernel.changed_meanwhile"]);
    expect((await read(reference)).revision).toBe(2);
  });

  test("[REG-121] the same again changes nothing and leaves no entry", async () => {
    const { reference } = await register({ description: "Same", tags: ["a"] });
    const before = await actionsOf();
    expect(await change(reference, { description: "Same", tags: ["a"] })).toMatchObject({ revision: 1 });
    expect(await actionsOf()).toEqual(before);
  });

  test("[REG-113] only its owner and an admin change a model; the attempt of another is on record", async () => {
    const { reference } = await register();
    for (const actor of [world.otherOwner, world.member, world.chair]) {
      expect(await answerOf(change(reference, { description: "Mine now" }, actor))).toBe("registry.not_own_model");
    }
    expect(await answerOf(change(reference, { description: "Read only" }, world.auditor))).toBe("kernel.not_permitted");
    expect(await answerOf(change(reference, { description: "Corrected" }, world.admin))).toBe("done");
    expect((await actionsOf()).filter((action) => action === "identity.attempt_denied")).toHaveLength(4);
  });

  test("[REG-5] under vote the material facts are locked, naming the proposal; tags are not", async () => {
    const { reference } = await register();
    await arrange(world.organizationId, async (tx) =>
      setProposalLock(tx, (await lockModel(tx, reference)).id, "PRP-7K3M9Q2A"),
    );
    await expect(change(reference, { description: "Other" })).rejects.toMatchObject({
      code: "registry.model_locked",
      status: 409,
      facts: { proposal: "PRP-7K3M9Q2A", fields: ["description"] },
    });
    await expect(change(reference, { facts: { stage: "operation" } })).rejects.toMatchObject({
      facts: { fields: ["tier"] },
    });
    const tier = { reference, tier: "tier_4_critical", reason: "Careful" } as const;
    expect(await answerOf(invoke(overrideTier, { actor: world.owner, input: tier }))).toBe("registry.model_locked");
    const draft = { reference, scores: {} };
    expect(await answerOf(invoke(saveScorecardDraft, { actor: world.owner, input: draft }))).toBe(
      "registry.model_locked",
    );
    expect(await answerOf(change(reference, { tags: ["urgent"] }))).toBe("done");
  });

  test.each(["suspended", "decommissioned"] as const)("[REG-1] a %s model takes no changes", async (status) => {
    const { reference } = await register();
    await setStatus(reference, status);
    const tier = { reference, tier: "tier_4_critical", reason: "Careful" } as const;
    const answers = await Promise.all([
      answerOf(change(reference, { tags: ["x"] })),
      answerOf(invoke(overrideTier, { actor: world.owner, input: tier })),
      answerOf(invoke(saveScorecardDraft, { actor: world.owner, input: { reference, scores: {} } })),
      answerOf(invoke(assignOwner, { actor: world.admin, input: { models: [reference], owner: null } })),
    ]);
    expect(new Set(answers)).toEqual(new Set(["registry.model_frozen"]));
  });

  test("[REG-5] a material change after approval makes it stale, in the page and in the list alike", async () => {
    const { reference } = await register({ unit: "Claims", facts: { affectsRights: true } });
    const digest = await approve(reference);
    expect((await read(reference)).approval).toMatchObject({ outcome: "current", digest });
    expect((await list()).items).toMatchObject([{ reference, isStale: false, status: "approved" }]);
    await change(reference, { tags: ["x"], facts: { stage: "operation" } });
    expect((await read(reference)).approval?.outcome).toBe("current");
    expect(await references({ stale: true })).toEqual([]);
    await change(reference, { description: "Now decides by itself" });
    expect((await read(reference)).approval).toMatchObject({
      outcome: "stale",
      reasons: [{ facts: { fields: ["description"] } }],
    });
    expect(await references({ stale: true })).toEqual([reference]);
    await change(reference, { description: "Sorts calls" });
    expect((await read(reference)).approval?.outcome).toBe("current");
    expect(await references({ stale: "false" })).toEqual([reference]);
  });
});

describe("tiers set by people", () => {
  const override = (reference: string, tier: string, actor: PersonActor, reason = "Because") =>
    invoke(overrideTier, { actor, input: { reference, tier, reason } });

  test("[REG-9] upward by the owner and every voting seat, downward by the chair with a reason", async () => {
    const { reference } = await register({ facts: { affectsRights: true } });
    expect(await answerOf(override(reference, "tier_4_critical", world.otherOwner))).toBe("registry.not_own_model");
    expect(await override(reference, "tier_4_critical", world.member)).toMatchObject({ tier: "tier_4_critical" });
    expect(await answerOf(override(reference, "tier_3_high", world.owner))).toBe("registry.tier_lowering_refused");
    expect(await answerOf(override(reference, "tier_2_medium", world.chair, " "))).toBe("kernel.invalid_input");
    const lowered = await override(reference, "tier_2_medium", world.chair, "Reversible in an hour");
    expect(lowered).toMatchObject({ tier: "tier_2_medium", riskScore: 45 });
    expect((await read(reference)).tierOverride).toMatchObject({
      tier: "tier_2_medium",
      assessed: "tier_3_high",
      reason: "Reversible in an hour",
      by: { name: "Cleo Chair" },
    });
    const entries = await database.query<{ leaf: string }>(
      "SELECT leaf FROM audit_entries WHERE organization_id = $1 AND action = 'registry.tier_overridden'",
      [world.organizationId],
    );
    expect(entries).toHaveLength(2);
    expect(entries.map(({ leaf }) => leaf).join()).not.toContain("Reversible");
  });

  test("[REG-122] facts that overtake what a person set end it", async () => {
    const { reference } = await register();
    await override(reference, "tier_3_high", world.owner);
    expect(await change(reference, { facts: { usesPersonalData: true } })).toMatchObject({ tier: "tier_3_high" });
    expect(await change(reference, { facts: { affectsRights: true, affectsSafety: true } })).toMatchObject({
      tier: "tier_4_critical",
    });
    expect((await read(reference)).tierOverride).toBeNull();
  });
});

describe("owners", () => {
  const assign = (input: Record<string, unknown>, actor: PersonActor = world.admin) =>
    invoke(assignOwner, { actor, input: input as never });

  test("[REG-117] singly or by unit, with counts, one entry and one notice; frozen ones of a unit are left out", async () => {
    const models = await Promise.all(["a", "b", "c"].map(() => register({ unit: "Claims" }, world.admin)));
    const [first, second, third] = models.map(({ reference }) => reference);
    await setStatus(third ?? "", "decommissioned");
    expect(await assign({ models: [first], owner: world.owner.email })).toMatchObject({ assigned: 1, unchanged: 0 });
    expect(await assign({ unit: "Claims", owner: world.owner.userId })).toEqual({
      assigned: 1,
      unchanged: 1,
      skipped: 1,
      owner: { id: world.owner.userId, name: "Otto Owner" },
    });
    expect((await read(second ?? "")).owner?.id).toBe(world.owner.userId);
    expect(await assign({ unit: "Claims", owner: world.owner.userId })).toMatchObject({ assigned: 0, unchanged: 2 });
    expect((await actionsOf()).filter((action) => action === "registry.owner_assigned")).toHaveLength(2);
    const told = await database.query("SELECT title FROM notifications WHERE user_id = $1", [world.owner.userId]);
    expect(told).toHaveLength(2);
    expect(await references({ owner: "me" })).toEqual([]);
    expect((await list({ owner: "me" }, world.owner)).items).toHaveLength(2);
    expect(await references({ owner: "none" })).toEqual([third]);
  });

  test("[REG-117] who is not there owns nothing, and the chair stays independent", async () => {
    const { reference } = await register({}, world.admin);
    expect(await answerOf(assign({ models: [reference], owner: randomUUID() }))).toBe("registry.owner_unknown");
    expect(await answerOf(assign({ models: [reference], owner: world.chair.email }))).toBe(
      "registry.owner_chairs_board",
    );
    expect(await answerOf(assign({ models: [reference, "MDL-00000000"], owner: null }))).toBe("kernel.not_found");
    expect(await answerOf(assign({ unit: "Nowhere", owner: null }))).toBe("kernel.not_found");
    expect(await answerOf(assign({ models: [reference], owner: null }, world.owner))).toBe("kernel.not_permitted");
  });
});

describe("scorecards", () => {
  const save = (reference: string, input: Record<string, unknown>, actor: PersonActor = world.owner) =>
    invoke(saveScorecardDraft, { actor, input: { reference, ...input } as never });

  test("[REG-4] a draft is partial, shows the score so far, and comes back as it was", async () => {
    const { reference } = await register();
    const scores = { technical_soundness: entry(0.9), ethics_review: { score: null, justification: "Soon" } };
    const view = await save(reference, { scores, votingHours: 48, conditions: [{ text: "Monitor" }], revision: 0 });
    expect(view).toMatchObject({
      revision: 1,
      scores,
      votingHours: 48,
      evaluation: { overallRatio: 0.9, isComplete: false, thresholdRatio: 0.7 },
      completeness: { outcome: "incomplete" },
    });
    expect(await invoke(readEvaluation, { actor: world.auditor, input: { reference } })).toEqual(view);
    const whole = await save(reference, { scores: complete, revision: 1 });
    expect(whole).toMatchObject({ completeness: { outcome: "complete" }, route: { outcome: "approved_by_rule" } });
  });

  test("[REG-121] two tabs do not overwrite each other", async () => {
    const { reference } = await register();
    const answers = await Promise.all(
      [0.1, 0.2, 0.3].map((score) => answerOf(save(reference, { scores: { documentation: { score } }, revision: 0 }))),
    );
    expect(answers.toSorted()).toEqual(["done", "kernel.changed_meanwhile", "kernel.changed_meanwhile"]);
    const { scores, revision } = await invoke(readEvaluation, { actor: world.owner, input: { reference } });
    const before = await actionsOf();
    expect(await save(reference, { scores, revision })).toMatchObject({ revision: 1 });
    expect(await actionsOf()).toEqual(before);
  });

  test.each([
    ["a score above 1", { documentation: { score: 1.01 } }, "scores.documentation.score"],
    ["NaN", { documentation: { score: Number.NaN } }, "scores.documentation.score"],
    ["infinity", { documentation: { score: Number("1e309") } }, "scores.documentation.score"],
    ["1e309 as text", { documentation: { score: "1e309" } }, "scores.documentation.score"],
    ["an unknown criterion", { beauty: { score: 1 } }, "scores.beauty"],
    [
      "evidence that is no web address",
      { documentation: { evidence: [{ kind: "link", url: "javascript:alert(1)" }] } },
      "scores.documentation.evidence.0.url",
    ],
  ])("[REG-104] %s is refused by its field", async (_name, scores, path) => {
    const { reference } = await register();
    await expect(save(reference, { scores })).rejects.toMatchObject({
      refusalClass: "unprocessable",
      errors: [expect.objectContaining({ path })],
    });
  });

  test("[REG-3] the threshold is the organisation's", async () => {
    const { reference } = await register();
    await arrange(world.organizationId, (tx) =>
      tx.db.organizationSetting.create({ data: { key: "registry.approvalThreshold", value: 9_500 } }),
    );
    const scores = Object.fromEntries(CRITERION_NAMES.map((name) => [name, entry(name.endsWith("n") ? 0.5 : 1)]));
    const { evaluation, route } = await save(reference, { scores });
    expect(evaluation).toMatchObject({ thresholdRatio: 0.95, recommendation: "reject" });
    expect(route.outcome).toBe("returned_to_owner");
  });

  test("[REG-113] only its owner and an admin fill it in", async () => {
    const { reference } = await register();
    expect(await answerOf(save(reference, { scores: {} }, world.otherOwner))).toBe("registry.not_own_model");
    expect(await answerOf(save(reference, { scores: complete }, world.admin))).toBe("done");
  });
});

describe("packages", () => {
  test("[REG-5] packages are kept in their exact bytes, each compared with the one before", async () => {
    const { reference } = await register();
    const first = await approve(reference, { ...complete, documentation: entry(0.5) });
    await change(reference, { description: "Sorts all calls" });
    const second = await approve(reference);
    const packageOf = (digest: string) => invoke(readPackage, { actor: world.auditor, input: { reference, digest } });
    expect(await packageOf(first)).toMatchObject({ sequence: 1, difference: null, isApproved: false });
    const later = await packageOf(second);
    expect(later).toMatchObject({
      sequence: 2,
      isApproved: true,
      submittedBy: { name: "Otto Owner" },
      difference: {
        criteria: [{ criterion: "documentation", direction: "up" }],
        factsChanged: [{ field: "description", before: "Sorts calls", after: "Sorts all calls" }],
      },
    });
    expect(JSON.parse(later.canonical)).toMatchObject({ reference });
    expect((await read(reference)).packages.map(({ digest }) => digest)).toEqual([second, first]);
    expect(await answerOf(packageOf("0".repeat(64)))).toBe("kernel.not_found");
  });

  test("[REG-7] an approval sets status and reviews, and the scorecard gap leaves the risk score", async () => {
    const { reference } = await register({ facts: { affectsRights: true } });
    expect((await read(reference)).riskScore).toBe(70);
    await approve(reference);
    expect(await read(reference)).toMatchObject({
      status: "approved",
      riskScore: 55,
      review: { lastReviewAt: NOW, nextReviewAt: "2027-02-18T09:00:00.000Z", isDue: false, everyDays: 90 },
    });
  });

  test("[REG-114] approving a model that is in use renews it: it stays active", async () => {
    const { reference } = await register({ facts: { affectsRights: true } });
    await setStatus(reference, "active");
    await approve(reference);
    expect((await read(reference)).status).toBe("active");
  });
});

describe("status", () => {
  test("[REG-1] owner activates and deprecates; other people do not, and the way is named", async () => {
    const { reference } = await register();
    await approve(reference);
    expect(await answerOf(move(reference, "active", world.otherOwner))).toBe("registry.transition_needs_authority");
    expect(await move(reference, "active", world.owner)).toMatchObject({ status: "active", isRequested: false });
    await expect(move(reference, "proposed", world.owner)).rejects.toMatchObject({
      code: "registry.transition_refused",
      status: 409,
      facts: { allowed: ["deprecated", "suspended"] },
    });
    expect(await move(reference, "deprecated", world.owner)).toMatchObject({ status: "deprecated" });
    expect(await answerOf(move(reference, "deprecated", world.auditor))).toBe("kernel.not_permitted");
  });

  test("[REG-1] a suspension is a decision on record; the chair lets it back to where it came from", async () => {
    const { reference } = await register();
    await setStatus(reference, "active");
    expect(await answerOf(move(reference, "suspended", world.owner))).toBe("registry.transition_needs_authority");
    expect(await answerOf(move(reference, "suspended", world.chair))).toBe("registry.transition_needs_decision");
    await setStatus(reference, "suspended");
    expect(await read(reference)).toMatchObject({ status: "suspended", suspendedFrom: "active", provisional: null });
    expect(await answerOf(move(reference, "approved", world.chair))).toBe("registry.transition_refused");
    await move(reference, "active", world.chair);
    expect(await read(reference)).toMatchObject({ status: "active", suspendedFrom: null });
  });

  test("[REG-1] what the board decides points to a proposal: tier 4 activation, tier 3 retirement", async () => {
    const critical = await register({ facts: { affectsRights: true, affectsSafety: true } });
    await approve(critical.reference);
    expect(await answerOf(move(critical.reference, "active", world.owner))).toBe("registry.transition_needs_proposal");
    const high = await register({ facts: { affectsRights: true } });
    await setStatus(high.reference, "deprecated");
    expect(await answerOf(move(high.reference, "decommissioned", world.chair))).toBe(
      "registry.transition_needs_proposal",
    );
    const { acts } = await read(high.reference);
    expect(acts.transitions).toEqual([{ to: "decommissioned", by: ["board_decision"], for: "proposal" }]);
  });

  test("[REG-115] retiring tiers 1 and 2 needs owner and chair: one asks, the other makes it so", async () => {
    const { reference } = await register();
    await setStatus(reference, "deprecated");
    expect((await read(reference)).acts.transitions).toMatchObject([{ to: "decommissioned", for: "request" }]);
    expect(await move(reference, "decommissioned", world.owner)).toEqual({
      reference,
      status: "deprecated",
      isRequested: true,
      awaits: "chair",
    });
    expect(await move(reference, "decommissioned", world.owner)).toMatchObject({ isRequested: true });
    const seen = await read(reference, world.chair);
    expect(seen).toMatchObject({ transitionRequest: { requestedBy: { name: "Otto Owner" }, requestedAs: "owner" } });
    expect(seen.acts.transitions).toMatchObject([{ for: "now" }]);
    expect(await move(reference, "decommissioned", world.chair)).toMatchObject({
      status: "decommissioned",
      isRequested: false,
    });
    expect((await read(reference)).transitionRequest).toBeNull();
    expect((await actionsOf()).slice(-2)).toEqual(["registry.status_change_requested", "registry.status_changed"]);
  });

  test("[REG-115] a request of somebody who is no longer the owner counts for nothing", async () => {
    const { reference } = await register();
    await setStatus(reference, "deprecated");
    await move(reference, "decommissioned", world.owner);
    await invoke(assignOwner, { actor: world.admin, input: { models: [reference], owner: world.otherOwner.userId } });
    expect((await read(reference)).transitionRequest).toBeNull();
    expect(await move(reference, "decommissioned", world.chair)).toMatchObject({ isRequested: true, awaits: "owner" });
    expect(await move(reference, "decommissioned", world.otherOwner)).toMatchObject({ status: "decommissioned" });
  });
});
