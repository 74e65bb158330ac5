import { defineOperation } from "../../../db/operation.ts";
import { PackageView } from "../scorecard-view.ts";
import { ReadPackageInput } from "../view.ts";

export const readPackage = defineOperation({
  name: "registry.read_package",
  summary: "One frozen decision package and what changed since the one before",
  permission: "registry.read",
  effect: "read",
  input: ReadPackageInput,
  output: PackageView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
