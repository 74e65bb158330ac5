import { defineOperation } from "../../../db/operation.ts";
import { KindList } from "../kind-view.ts";
import { listKindItems } from "../proposable.ts";
import { NoInput } from "../request.ts";

export const listKinds = defineOperation({
  name: "voting.list_kinds",
  summary: "What can be proposed, who decides it, and whether the caller may propose it",
  permission: "voting.read",
  effect: "read",
  input: NoInput,
  output: KindList,
  run: async ({ actor }) => ({ items: listKindItems(actor) }),
});
