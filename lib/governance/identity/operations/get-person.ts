// Reads one person (ORG-3: somebody of another organisation is answered like a random id).
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { loadPeople } from "../people-store.ts";
import { Person, PersonInput } from "../schema.ts";
import { requireId } from "../store.ts";

export const getPerson = defineOperation({
  name: "identity.get_person",
  summary: "Read one person with roles, trust level, board seat and access",
  permission: "identity.people.read",
  effect: "read",
  input: PersonInput,
  output: Person,
  async run({ input, now, tx }) {
    const personId = requireId("person", input.personId);
    const [person] = await loadPeople(tx, { personId }, 1, await now());
    if (person === undefined) throw refuse("kernel.not_found", { subject: "person", reference: input.personId });
    return person;
  },
});
