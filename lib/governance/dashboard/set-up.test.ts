import { describe, expect, test } from "vitest";
import { deriveSetUp, planFirstSteps } from "./set-up.ts";

describe("what an admin has to set right", () => {
  const nothing = { vacantRequiredRoles: [], modelsWithoutOwner: 0, lapsedInvitations: 0, failedMails: 0 };
  test.each([
    ["[DSH-5] nothing", {}, []],
    ["[DSH-5] a vacant chair", { vacantRequiredRoles: ["chair"] }, ["dashboard.seats_vacant"]],
    ["[DSH-5] models without an owner", { modelsWithoutOwner: 7 }, ["dashboard.models_without_owner"]],
    [
      "[DSH-5] everything, in this order",
      { vacantRequiredRoles: ["chair", "risk_officer"], modelsWithoutOwner: 7, lapsedInvitations: 1, failedMails: 2 },
      [
        "dashboard.seats_vacant",
        "dashboard.models_without_owner",
        "dashboard.invitations_lapsed",
        "dashboard.mail_failed",
      ],
    ],
  ] as const)("%s", (_name, more, expected) => {
    expect(deriveSetUp({ ...nothing, ...more }).map((reason) => reason.code)).toEqual(expected);
  });

  test("[DSH-5] the vacant roles are named", () => {
    const [reason] = deriveSetUp({ ...nothing, vacantRequiredRoles: ["chair", "risk_officer"] });
    expect(reason?.facts).toEqual({ total: 2, roles: ["chair", "risk_officer"] });
  });
});

describe("first steps where nothing is", () => {
  test.each([
    [
      "[DSH-6] an admin before a board",
      ["admin"],
      false,
      ["seat_board", "import_inventory", "register_model", "invite_people", "read_charter", "read_record"],
    ],
    [
      "[DSH-6] an admin with a board",
      ["admin"],
      true,
      ["import_inventory", "register_model", "invite_people", "read_charter", "read_record"],
    ],
    ["[DSH-6] an owner", ["model_owner"], false, ["register_model", "read_charter"]],
    ["[DSH-6] an auditor", ["auditor"], false, ["read_charter", "read_record"]],
    ["[DSH-6] nobody's roles", [], false, []],
  ] as const)("%s", (_name, roles, isBoardComplete, expected) => {
    expect(planFirstSteps({ models: 0, isBoardComplete, roles })).toEqual(expected);
  });
  test("[DSH-6] none once a model is registered", () => {
    expect(planFirstSteps({ models: 1, isBoardComplete: false, roles: ["admin"] })).toEqual([]);
  });
});
