import { defineOperation } from "../../../db/operation.ts";
import { OwnerAssignment } from "../schema.ts";
import { OwnersAssigned } from "../view.ts";

export const assignOwner = defineOperation({
  name: "registry.assign_owner",
  summary: "Give models, or all of a unit or agency, an owner",
  permission: "registry.assign_owner",
  effect: "write",
  input: OwnerAssignment,
  output: OwnersAssigned,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
