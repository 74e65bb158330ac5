// A registry with people around it for integration tests: one of each role, and short words for what tests do with models.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { toCanonicalJson } from "../governance/kernel/digest.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { mapCriteria } from "../governance/registry/criteria.ts";
import { buildDecisionPackage, toMaterialFacts } from "../governance/registry/decision-package.ts";
import { listModels } from "../governance/registry/operations/list-models.ts";
import { readModel } from "../governance/registry/operations/read-model.ts";
import { registerModel } from "../governance/registry/operations/register-model.ts";
import { transitionModel } from "../governance/registry/operations/transition-model.ts";
import { updateModel } from "../governance/registry/operations/update-model.ts";
import type { ModelStatus } from "../governance/registry/schema.ts";
import { evaluateScorecard } from "../governance/registry/scorecard.ts";
import { applyApproval, insertPackage, lockModel, saveModelStatus } from "../governance/registry/store.ts";
import { invoke } from "../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";
import { addPerson, arrange, makeOrganization } from "./identity-world.ts";

export type RegistryWorld = {
  readonly organizationId: string;
  readonly admin: PersonActor;
  readonly owner: PersonActor;
  readonly otherOwner: PersonActor;
  readonly chair: PersonActor;
  readonly member: PersonActor;
  readonly auditor: PersonActor;
};

export async function makeRegistryWorld(): Promise<RegistryWorld> {
  const organizationId = await makeOrganization();
  const person = (plan: Parameters<typeof addPerson>[1]) => addPerson(organizationId, { password: null, ...plan });
  return {
    organizationId,
    admin: await person({ name: "Ada Admin", grantedRoles: ["admin"] }),
    owner: await person({ name: "Otto Owner", grantedRoles: ["model_owner"] }),
    otherOwner: await person({ name: "Olga Other", grantedRoles: ["model_owner"] }),
    chair: await person({ name: "Cleo Chair", seat: "chair" }),
    member: await person({ name: "Mira Member", seat: "voting_member" }),
    auditor: await person({ name: "Aldo Auditor", grantedRoles: ["auditor"] }),
  };
}

export type RegistryStage = { readonly database: TestDatabase; readonly world: RegistryWorld };

/** One database for a test file; before each test the clock stands at `at` and a new world is given to `take`. */
export function stageRegistry(at: string, take: (stage: RegistryStage) => void): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  beforeEach(async () => {
    await database.setClock({ at });
    take({ database, world: await makeRegistryWorld() });
  });
  afterAll(async () => {
    await disconnectDatabase();
    await database.stop();
  });
}

/** The code of the refusal that the act ends in; "done" when it was carried out. */
export async function answerOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

export const register = (actor: PersonActor, input: Record<string, unknown> = {}) =>
  invoke(registerModel, {
    actor,
    input: { name: `Triage ${randomUUID()}`, version: "1.0", description: "Sorts calls", ...input },
  });
export const readModelAs = (actor: PersonActor, reference: string) =>
  invoke(readModel, { actor, input: { reference } });
export const listAs = (actor: PersonActor, input: Record<string, unknown> = {}) => invoke(listModels, { actor, input });

export async function setStatus(organizationId: string, reference: string, status: ModelStatus): Promise<void> {
  await arrange(organizationId, async (tx) => {
    const model = await lockModel(tx, reference);
    const suspendedFrom = status === "suspended" ? "active" : null;
    await saveModelStatus(tx, model.id, { status, suspendedFrom, at: model.createdAt });
  });
}

export const entry = (score = 1) => ({
  score,
  justification: "Shown",
  evidence: [{ kind: "text" as const, text: "Report" }],
});
export const complete = mapCriteria(() => entry());

/** What a submission and its approval write, done with the store's functions as voting does; answers the digest. */
async function approve(world: RegistryWorld, reference: string, at: Date, scores = complete): Promise<string> {
  return arrange(world.organizationId, async (tx) => {
    const model = await lockModel(tx, reference);
    const threshold = { numerator: 7, denominator: 10 };
    const facts = { model: toMaterialFacts(model), stage: model.stage };
    const built = buildDecisionPackage({ reference, ...facts, scores, conditions: [], threshold });
    const { id } = await insertPackage(tx, {
      modelId: model.id,
      canonical: toCanonicalJson(built.package),
      digest: built.digest,
      evaluation: evaluateScorecard(scores, threshold),
      submittedBy: world.owner.userId,
      submittedAt: at,
    });
    await applyApproval(tx, model, at, id);
    return built.digest;
  });
}

/** What is on record, in order, without what a test arranged. */
export async function actionsOf(database: TestDatabase, organizationId: string): Promise<string[]> {
  const rows = await database.query<{ action: string }>(
    "SELECT action FROM audit_entries WHERE organization_id = $1 AND action <> 'test.arranged' ORDER BY number",
    [organizationId],
  );
  return rows.map(({ action }) => action);
}

/** What tests do with models, in the world that stands when they do it; by the owner or the auditor unless said. */
export function actsOnModels(stage: () => RegistryStage, now: string) {
  const owner = () => stage().world.owner;
  const auditor = () => stage().world.auditor;
  const organizationId = () => stage().world.organizationId;
  const list = (input: Record<string, unknown> = {}, actor = auditor()) => listAs(actor, input);
  return {
    list,
    references: async (input: Record<string, unknown> = {}) =>
      (await list(input)).items.map(({ reference }) => reference),
    register: (input: Record<string, unknown> = {}, actor = owner()) => register(actor, input),
    read: (reference: string, actor = owner()) => readModelAs(actor, reference),
    setStatus: (reference: string, status: ModelStatus) => setStatus(organizationId(), reference, status),
    approve: (reference: string, scores = complete) => approve(stage().world, reference, new Date(now), scores),
    actionsOf: () => actionsOf(stage().database, organizationId()),
    change: (reference: string, patch: Record<string, unknown>, actor = owner()) =>
      invoke(updateModel, { actor, input: { reference, ...patch } }),
    move: (reference: string, to: ModelStatus, actor: PersonActor) =>
      invoke(transitionModel, { actor, input: { reference, to, reason: "As agreed" } }),
  };
}
