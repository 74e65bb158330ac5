import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { Actor } from "../../kernel/actor.ts";
import { loadModelPage, toModelCursor } from "../list-store.ts";
import { findMember } from "../owner-store.ts";
import { ListModelsInput, ModelList } from "../view.ts";

export const listModels = defineOperation({
  name: "registry.list_models",
  summary: "List models, filtered and sorted",
  permission: "registry.read",
  effect: "read",
  input: ListModelsInput,
  output: ModelList,
  async run({ input, actor, now, tx }) {
    const owner = await chooseOwner(tx, actor, input.owner);
    if (owner === null) return { items: [], nextCursor: null };
    const { limit } = input;
    const found = await loadModelPage(tx, { ...input, owner, limit: limit + 1 }, await now());
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = found.length > limit && last !== undefined;
    return {
      items: shown.map(({ item }) => item),
      nextCursor: hasMore ? toModelCursor(input.sort ?? "newest", last) : null,
    };
  },
});

/** `me` and e-mail addresses become ids; null for somebody who is not there, and so owns nothing. */
async function chooseOwner(
  tx: UnitOfWork,
  actor: Actor,
  typed: string | undefined,
): Promise<string | undefined | null> {
  if (typed === undefined || typed === "" || typed === "none") return typed === "" ? undefined : typed;
  if (typed === "me") return actor.kind === "person" ? actor.userId : null;
  return findMember(tx, typed);
}
