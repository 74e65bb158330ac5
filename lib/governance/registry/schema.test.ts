import { describe, expect, it } from "vitest";
import { refuse } from "./refusals.ts";
import { ModelFilter, ModelPatch, ModelRegistration, OwnerAssignment } from "./schema.ts";

const model = { name: "Triage", version: "1.0", description: "Sorts by urgency" };

describe("registry input", () => {
  it("[REG-104] a registration needs name, version and description, and takes tier or facts", () => {
    expect(ModelRegistration.safeParse(model).success).toBe(true);
    expect(ModelRegistration.safeParse({ ...model, tier: "tier_2_medium" }).success).toBe(true);
    expect(ModelRegistration.safeParse({ ...model, facts: { affectsRights: true } }).success).toBe(true);
  });

  it.each([
    ["a missing name", { ...model, name: "  " }, "name"],
    ["a missing description", { ...model, description: "" }, "description"],
    ["text of 100,000 characters", { ...model, description: "a".repeat(100_000) }, "description"],
    ["NUL", { ...model, name: "a\u0000" }, "name"],
    ["an unknown tier", { ...model, tier: "tier_5" }, "tier"],
    ["a fact that is text", { ...model, facts: { affectsRights: "yes" } }, "facts.affectsRights"],
    ["a number as name", { ...model, name: 5 }, "name"],
  ])("[REG-104] refuses %s and names the field", (_name, input, path) => {
    const parsed = ModelRegistration.safeParse(input);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  it("[REG-104] refuses unknown fields and a patch that changes nothing", () => {
    expect(ModelRegistration.safeParse({ ...model, status: "active" }).success).toBe(false);
    expect(ModelPatch.safeParse({}).success).toBe(false);
    expect(ModelPatch.safeParse({ revision: 3 }).success).toBe(false);
    expect(ModelPatch.safeParse({ description: "" }).success).toBe(true);
  });

  it("[REG-104] filters take one value or several, as a URL gives them", () => {
    expect(ModelFilter.parse({ status: "active", tier: ["tier_1_low", "tier_2_medium"], due: "true" })).toEqual({
      status: ["active"],
      tier: ["tier_1_low", "tier_2_medium"],
      due: true,
    });
    expect(ModelFilter.safeParse({ colour: "red" }).success).toBe(false);
  });

  it("[REG-104] owners are assigned singly or by unit, not both", () => {
    expect(OwnerAssignment.safeParse({ models: ["mdl-7k3m9q2a"], owner: "ana@example.org" }).success).toBe(true);
    expect(OwnerAssignment.safeParse({ unit: "Intake", owner: null }).success).toBe(true);
    expect(OwnerAssignment.safeParse({ unit: "Intake", models: ["MDL-7K3M9Q2A"], owner: null }).success).toBe(false);
  });

  it("[REG-5] a locked model is refused with 409, naming the proposal and the way out", () => {
    const refusal = refuse("registry.model_locked", { model: "MDL-1", proposal: "PRP-2", fields: ["name"] });
    expect(refusal.status).toBe(409);
    expect(refusal.detail).toContain("`PRP-2`");
    expect(refusal.hint).toContain("Withdraw");
  });
});
