// Reads the people of the organisation, by name, with roles, trust, seat and access (ORG-2).
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { loadPeople } from "../people-store.ts";
import { ListPeopleInput, PeoplePage } from "../schema.ts";

export const listPeople = defineOperation({
  name: "identity.list_people",
  summary: "List people with roles, trust level, board seat and access",
  permission: "identity.people.read",
  effect: "read",
  input: ListPeopleInput,
  output: PeoplePage,
  async run({ input, now, tx }) {
    const { cursor, limit, q, ...filter } = input;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const search = q?.trim() || undefined;
    const people = await loadPeople(tx, { ...filter, q: search, after }, limit + 1, await now());
    const items = people.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: people.length > limit && last !== undefined ? toCursor(last) : null };
  },
});

/** Where the next page begins. Lower case as the database folds it is not ours to repeat, so the name goes as it is. */
function toCursor(person: { readonly name: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([person.name, person.id])).toString("base64url");
}

function readCursor(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (typeof name === "string" && typeof id === "string" && z.guid().safeParse(id).success) return { name, id };
  } catch {
    // Answered below, like any other cursor that we did not give out.
  }
  throw refuse("kernel.malformed", { cause: "the cursor is not one of ours" });
}
