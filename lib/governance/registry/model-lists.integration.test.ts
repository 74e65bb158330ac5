// Lists, summary, export and the walls between organisations against a real PostgreSQL.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { arrange } from "../../testing/identity-world.ts";
import {
  actsOnModels,
  answerOf,
  makeRegistryWorld,
  type RegistryWorld,
  stageRegistry,
} from "../../testing/registry-world.ts";
import { assignOwner } from "./operations/assign-owner.ts";
import { exportModels } from "./operations/export-models.ts";
import { listUnits } from "./operations/list-units.ts";
import { overrideTier } from "./operations/override-tier.ts";
import { readEvaluation } from "./operations/read-evaluation.ts";
import { readPackage } from "./operations/read-package.ts";
import { readRegistrySummary } from "./operations/read-registry-summary.ts";
import { refreshDueRisk } from "./operations/refresh-due-risk.ts";
import { saveScorecardDraft } from "./operations/save-scorecard-draft.ts";
import { loadModel } from "./store.ts";

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

describe("lists", () => {
  test("[REG-123] every order pages by key without gap or repeat, and filters hold on each page", async () => {
    for (let n = 0; n < 7; n += 1) {
      const facts = { affectsRights: n % 2 === 0, usesPersonalData: n % 3 === 0 };
      const { reference } = await register({ name: `${n % 2 ? "b" : "B"}ot ${n % 3} ${randomUUID()}`, facts });
      if (n > 3) await approve(reference);
    }
    const all = await references({ limit: 200 });
    expect(all).toHaveLength(7);
    for (const sort of ["newest", "name", "risk", "tier", "next_review"]) {
      const whole = await references({ sort });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        paged.push(...page.items.map(({ reference }) => reference));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged, sort).toEqual(whole);
      expect(whole.toSorted(), sort).toEqual(all.toSorted());
    }
    const names = (await list({ sort: "name" })).items.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    const scores = (await list({ sort: "risk" })).items.map(({ riskScore }) => riskScore);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect((await list({ tier: ["tier_3_high"], status: "approved" })).items).toHaveLength(2);
  });

  test("[REG-123] text is found in name, description and unit; a reference finds its model", async () => {
    const { reference } = await register({ description: "Reads 100% of X-rays", unit: "Radiology / Ulm" });
    await register();
    expect(await references({ q: "100% of x-RAYS" })).toEqual([reference]);
    expect(await references({ q: "radiology / u" })).toEqual([reference]);
    expect(await references({ q: "1000" })).toEqual([]);
    expect(await references({ q: reference.toLowerCase() })).toEqual([reference]);
    expect(await references({ q: "o'); DROP TABLE models; --" })).toEqual([]);
  });

  test.each(["abc", "", "eyJh", Buffer.from('["name","x","1"]').toString("base64url")])(
    "[REG-123] a cursor that was not given out is refused: `%s`",
    async (cursor) => {
      expect(await answerOf(list({ cursor }))).toBe("kernel.malformed");
    },
  );

  test("[REG-11] [REG-7] the summary counts by status and tier; due is the same in page, list and summary", async () => {
    const never = await register();
    await setStatus(never.reference, "active");
    const reviewed = await register({ facts: { affectsRights: true } });
    await approve(reviewed.reference);
    await register();
    const summary = () => invoke(readRegistrySummary, { actor: world.auditor, input: {} });
    expect(await summary()).toMatchObject({
      total: 3,
      byStatus: { active: 1, approved: 1, proposed: 1 },
      dueForReview: 1,
    });
    expect(await references({ due: "true" })).toEqual([never.reference]);
    await database.setClock({ at: "2027-02-18T08:59:59.999Z" });
    expect((await summary()).dueForReview).toBe(1);
    await database.setClock({ at: "2027-02-18T09:00:00.000Z" });
    expect((await summary()).dueForReview).toBe(2);
    expect(await references({ due: true, sort: "next_review" })).toEqual([never.reference, reviewed.reference]);
    expect((await read(reviewed.reference)).review.isDue).toBe(true);
  });

  test("[REG-8] the daily round adds the overdue review to the scores that time alone changed", async () => {
    const { reference } = await register({ facts: { affectsRights: true } });
    await approve(reference);
    const run = () => invoke(refreshDueRisk, { actor: systemActor(world.organizationId, "round"), input: {} });
    expect(await run()).toEqual({ changed: 0 });
    await database.setClock({ at: "2027-03-01T00:00:00.000Z" });
    expect(await run()).toEqual({ changed: 1 });
    expect(await read(reference)).toMatchObject({ riskScore: 60 });
    expect(await run()).toEqual({ changed: 0 });
  });

  test("[REG-124] units are listed with their models and those without an owner", async () => {
    await register({ unit: "Claims" });
    await register({ unit: "Claims" }, world.admin);
    await register({ unit: "Payments" });
    const units = (q?: string) => invoke(listUnits, { actor: world.auditor, input: { q } });
    expect((await units()).items).toEqual([
      { unit: "Claims", agency: "Claims", bureau: "", models: 2, withoutOwner: 1 },
      { unit: "Payments", agency: "Payments", bureau: "", models: 1, withoutOwner: 0 },
    ]);
    expect((await units("pay")).items).toHaveLength(1);
  });

  test("[REG-10] an export is on record, and not for everybody", async () => {
    await register({ name: "=cmd()", tags: ["a", "b"] });
    const file = await invoke(exportModels, { actor: world.auditor, input: {} });
    expect(file).toMatchObject({ models: 1, fileName: "models-2026-11-20.csv" });
    expect(file.content).toContain("'=cmd()");
    const json = await invoke(exportModels, { actor: world.auditor, input: { format: "json" } });
    expect(JSON.parse(json.content)).toMatchObject([{ name: "=cmd()", owner: world.owner.email }]);
    expect(await answerOf(invoke(exportModels, { actor: world.owner, input: {} }))).toBe("kernel.not_permitted");
    expect((await actionsOf()).filter((action) => action === "registry.models_exported")).toHaveLength(2);
  });
});

describe("other organisations", () => {
  test("[REG-125] a foreign reference gets the answer of a random one, from every operation", async () => {
    const { reference } = await register();
    const digest = await approve(reference);
    const home = world;
    world = await makeRegistryWorld();
    const { admin, owner } = world;
    for (const each of [reference, "MDL-00000000", "MDL-no", "x"]) {
      const acts = [
        read(each, admin),
        change(each, { description: "Mine" }, admin),
        move(each, "active", owner),
        invoke(overrideTier, { actor: admin, input: { reference: each, tier: "tier_4_critical", reason: "x" } }),
        invoke(readEvaluation, { actor: admin, input: { reference: each } }),
        invoke(readPackage, { actor: admin, input: { reference: each, digest } }),
        invoke(saveScorecardDraft, { actor: owner, input: { reference: each, scores: {} } }),
        invoke(assignOwner, { actor: admin, input: { models: [each], owner: null } }),
      ];
      expect(new Set(await Promise.all(acts.map(answerOf)))).toEqual(new Set(["kernel.not_found"]));
    }
    expect(await list()).toMatchObject({ items: [] });
    expect((await list({ q: "Sorts calls" }, admin)).items).toEqual([]);
    expect((await list({ owner: home.owner.email }, admin)).items).toEqual([]);
    const { reference: mine } = await register();
    const foreign = { models: [mine], owner: home.owner.userId };
    expect(await answerOf(invoke(assignOwner, { actor: admin, input: foreign }))).toBe("registry.owner_unknown");
    const unseen = await arrange(world.organizationId, async (tx) => answerOf(loadModel(tx, reference)));
    expect(unseen).toBe("kernel.not_found");
  });
});
