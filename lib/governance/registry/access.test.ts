import { expect, it } from "vitest";
import type { PersonActor } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import { authoritiesOf, mayEdit, mayRaiseTier } from "./access.ts";

const person = (userId: string, ...roles: Role[]): PersonActor => ({
  kind: "person",
  organizationId: "o",
  userId,
  name: "",
  email: "",
  roles,
  trustLevel: "standard",
  scopes: null,
  sessionId: null,
  keyId: null,
});
const model = { ownerUserId: "ann" };

it.each([
  ["the owner", person("ann", "model_owner"), true, true, ["owner"]],
  ["another owner", person("bob", "model_owner"), false, false, []],
  ["an admin", person("bob", "admin"), true, true, []],
  ["a voting seat", person("bob", "board_member"), false, true, []],
  ["the chair", person("bob", "chair"), false, true, ["chair"]],
  ["an advisor", person("bob", "advisor"), false, false, []],
  ["an owner with a seat", person("ann", "board_member"), true, true, ["owner"]],
])("[REG-113] %s", (_name, actor, edits, raises, authorities) => {
  expect([mayEdit(actor, model), mayRaiseTier(actor, model), authoritiesOf(actor, model)]).toEqual([
    edits,
    raises,
    authorities,
  ]);
  expect(mayEdit(actor, { ownerUserId: null })).toBe(actor.roles.includes("admin"));
});
