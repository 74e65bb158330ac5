import { describe, expect, test } from "vitest";
import { TrustLevel } from "../kernel/permission.ts";
import { assessSettingChange } from "./setting-change.ts";
import { applyTrustChange, assessTrustChange, type TrustChange, type TrustedPerson } from "./trust-change.ts";

const PERSON: TrustedPerson = { trustLevel: "standard", hasEnded: false, isLastAdmin: false };

describe("a person's trust by vote", () => {
  test.each<[string, TrustChange, Partial<TrustedPerson>, string]>([
    ["up", { from: "standard", to: "core" }, {}, "identity.trust_may_change"],
    ["down", { from: "standard", to: "sandbox" }, {}, "identity.trust_may_change"],
    ["to quarantine", { from: "standard", to: "quarantine" }, {}, "identity.trust_may_change"],
    [
      "of the last admin, down",
      { from: "standard", to: "sandbox" },
      { isLastAdmin: true },
      "identity.trust_may_change",
    ],
    [
      "of the last admin, to quarantine",
      { from: "standard", to: "quarantine" },
      { isLastAdmin: true },
      "identity.last_admin",
    ],
    ["from another level", { from: "sandbox", to: "core" }, {}, "identity.trust_moved_on"],
    ["to the same level", { from: "standard", to: "standard" }, {}, "identity.trust_unchanged"],
    ["out of quarantine", { from: "quarantine", to: "core" }, { trustLevel: "quarantine" }, "identity.in_quarantine"],
    ["of somebody gone", { from: "standard", to: "core" }, { hasEnded: true }, "identity.membership_ended"],
  ])("[ORG-141] %s", (_name, change, person, code) => {
    expect(assessTrustChange(change, { ...PERSON, ...person }).reasons[0]?.code).toBe(code);
  });

  test.each(TrustLevel.options)("[ORG-141] only quarantine remembers the level before (%s)", (to) => {
    const trustBeforeQuarantine = to === "quarantine" ? "standard" : null;
    expect(applyTrustChange({ from: "standard", to })).toEqual({ trustLevel: to, trustBeforeQuarantine });
  });
});

describe("a setting by vote", () => {
  const key = "voting.defaultHours";
  test.each<[string, { key: string; oldValue: number; newValue: number }, number | null, string]>([
    ["from the value in force", { key, oldValue: 72, newValue: 96 }, 72, "identity.setting_may_change"],
    ["to the highest value", { key, oldValue: 72, newValue: 168 }, 72, "identity.setting_may_change"],
    ["above the highest value", { key, oldValue: 72, newValue: 169 }, 72, "identity.setting_out_of_bounds"],
    ["below the least value", { key, oldValue: 72, newValue: 0 }, 72, "identity.setting_out_of_bounds"],
    ["from a value that no longer holds", { key, oldValue: 72, newValue: 96 }, 73, "identity.setting_moved_on"],
    ["to what holds already", { key, oldValue: 72, newValue: 72 }, 72, "identity.setting_unchanged"],
    ["of an unknown key", { key: "voting.colour", oldValue: 1, newValue: 2 }, null, "identity.setting_unknown"],
    [
      "of a key of the object itself",
      { key: "constructor", oldValue: 1, newValue: 2 },
      null,
      "identity.setting_unknown",
    ],
  ])("[ORG-142] %s", (_name, change, current, code) => {
    expect(assessSettingChange(change, current).reasons[0]?.code).toBe(code);
  });
});
