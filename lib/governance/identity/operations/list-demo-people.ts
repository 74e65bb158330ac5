// Reads whom the sign-in page of a demo offers (ORG-115).
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadPeople } from "../people-store.ts";
import { refuse } from "../refusals.ts";
import { DemoPerson, Nothing } from "../schema.ts";
import { loadOrganization } from "../store.ts";

export const listDemoPeople = defineOperation({
  name: "identity.list_demo_people",
  summary: "List the people of a demo organisation",
  permission: "public",
  effect: "read",
  input: Nothing,
  output: z.array(DemoPerson),
  async run({ now, tx }) {
    const { isDemo } = await loadOrganization(tx);
    if (!isDemo) throw refuse("identity.demo_only", {});
    const people = await loadPeople(tx, { access: "active" }, 100, await now());
    return people.map(({ id, name, roles, seat, department, trustLevel }) => ({
      personId: id,
      name,
      roles,
      seat: seat?.role ?? null,
      department,
      isQuarantined: trustLevel === "quarantine",
    }));
  },
});
