import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { comparePackages } from "../package-difference.ts";
import { findPackage, toPackage, toPackageSummaries } from "../read-store.ts";
import { PackageView } from "../scorecard-view.ts";
import { loadModel } from "../store.ts";
import { ReadPackageInput } from "../view.ts";

export const readPackage = defineOperation({
  name: "registry.read_package",
  summary: "One frozen decision package and what changed since the one before",
  permission: "registry.read",
  effect: "read",
  input: ReadPackageInput,
  output: PackageView,
  async run({ input: { reference, digest }, tx }) {
    const model = await loadModel(tx, reference);
    const stored = await findPackage(tx, model.id, { digest });
    if (stored === null) throw refuse("kernel.not_found", { subject: "decision package", reference: digest });
    const before = await findPackage(tx, model.id, { sequence: stored.sequence - 1 });
    const [summary] = await toPackageSummaries(tx, model, [stored]);
    if (summary === undefined) throw new Error("INVARIANT: one package, one summary");
    const decided = toPackage(stored);
    return {
      ...summary,
      reference: model.reference,
      canonical: stored.canonical,
      model: decided.model,
      stage: decided.stage,
      scorecard: decided.scorecard,
      criteria: stored.evaluation.criteria,
      evaluation: decided.evaluation,
      conditions: decided.conditions,
      difference: before === null ? null : comparePackages(toPackage(before), decided),
    };
  },
});
