import { expect, test } from "vitest";
import { deriveRoles, roleOfSeat } from "./seat-role.ts";

test.each([
  { seat: "chair", roles: ["chair", "board_member"] },
  { seat: "external_advisor", roles: ["advisor"] },
  { seat: "voting_member", roles: ["board_member"] },
])("[ORG-112] the seat `$seat` brings $roles", ({ seat, roles }) => {
  expect(roleOfSeat(seat)).toEqual(roles);
});

test.each([
  { name: "neither role nor seat", granted: [], seat: null, roles: ["member"] },
  { name: "a granted role", granted: ["auditor"], seat: null, roles: ["auditor"] },
  { name: "a seat", granted: [], seat: "chair", roles: ["chair", "board_member"] },
  { name: "both", granted: ["model_owner"], seat: "external_advisor", roles: ["model_owner", "advisor"] },
] as const)("[ORG-131] $name makes $roles", ({ granted, seat, roles }) => {
  expect(deriveRoles(granted, seat)).toEqual(roles);
});
