import { expect, test } from "vitest";
import { roleOfSeat } from "./seat-role.ts";

test.each([
  { seat: "chair", roles: ["chair", "board_member"] },
  { seat: "external_advisor", roles: ["advisor"] },
  { seat: "voting_member", roles: ["board_member"] },
])("[ORG-112] the seat `$seat` brings $roles", ({ seat, roles }) => {
  expect(roleOfSeat(seat)).toEqual(roles);
});
