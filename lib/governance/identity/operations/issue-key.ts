// Makes an API key for a person from the server's command line: whoever may run it there holds the database anyway, and
// the record says that the system made it (ORG-109).
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { findUserByEmail } from "../access-store.ts";
import { loadPeople } from "../people-store.ts";
import { CreatedKey, IssueKeyInput } from "../schema.ts";
import { lockMembership } from "../store.ts";
import { makeKey } from "./create-key.ts";

export const issueKey = defineOperation({
  name: "identity.issue_key",
  summary: "Make an API key for a person, on the server",
  permission: "system.run",
  effect: "write",
  input: IssueKeyInput,
  output: CreatedKey,
  async run({ input, now, tx }) {
    const user = await findUserByEmail(tx, input.email);
    const [person] = user === null ? [] : await loadPeople(tx, { personId: user.userId }, 1, await now());
    if (person === undefined || person.access === "ended") {
      throw refuse("kernel.not_found", { subject: "person", reference: input.email });
    }
    await lockMembership(tx, person.id);
    const { name, scopes, expiresInDays } = input;
    return makeKey(tx, now, {
      userId: person.id,
      roles: person.roles,
      holderScopes: null,
      name,
      scopes,
      expiresInDays,
    });
  },
});
