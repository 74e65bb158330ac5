import { describe, expect, test } from "vitest";
import type { PersonActor } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import { assessConflictWithdrawal } from "./conflict-of-interest.ts";

const as = (userId: string, ...roles: Role[]) => ({ kind: "person", userId, roles }) as unknown as PersonActor;
const risk = as("risk", "board_member");
const chair = as("chair", "chair", "board_member");
const admin = as("admin", "admin");
const declared = { userId: "risk", basis: "declared", isOfChair: false } as const;
const ruled = { ...declared, basis: "ruling" } as const;
const ofChair = { userId: "chair", basis: "ruling", isOfChair: true } as const;

describe("who withdraws a conflict of interest", () => {
  test.each([
    ["[BRD-106] the person, what they declared", risk, declared, "allowed"],
    ["[BRD-106] an admin, what was declared", admin, declared, "allowed"],
    ["[BRD-106] not the chair, what was declared", chair, declared, "refused"],
    ["[BRD-175] not the person, what a ruling put on record", risk, ruled, "refused"],
    ["[BRD-175] nor as a person who is an admin too", as("risk", "admin", "board_member"), ruled, "refused"],
    ["[BRD-175] nor an admin", admin, ruled, "refused"],
    ["[BRD-175] the chair, what a ruling put on record", chair, ruled, "allowed"],
    ["[BRD-175] not the chair, what was ruled of the chair", chair, ofChair, "refused"],
    ["[BRD-175] an admin, what was ruled of the chair", admin, ofChair, "allowed"],
  ] as const)("%s", (_name, actor, conflict, outcome) => {
    expect(assessConflictWithdrawal(actor, conflict).outcome).toBe(outcome);
  });
});
