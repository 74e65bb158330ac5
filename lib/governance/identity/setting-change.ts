// Answers "may this setting go from this value to that one?" (ORG-113, ORG-142): asked when a change is proposed, when its
// vote opens, and again when it is carried out, because the value may have moved on meanwhile.
import type { Verdict } from "../kernel/verdict.ts";
import { isSettingKey, isSettingValue, SETTINGS } from "./setting-catalogue.ts";

export type SettingChange = {
  readonly key: string;
  readonly oldValue: number;
  readonly newValue: number;
};

export type SettingChangeCode =
  | "identity.setting_unknown"
  | "identity.setting_out_of_bounds"
  | "identity.setting_moved_on"
  | "identity.setting_unchanged";

export type SettingChangeVerdict = Verdict<"possible" | "refused", SettingChangeCode | "identity.setting_may_change">;

/** `current`: the value in force; null where there is no such setting. */
export function assessSettingChange(change: SettingChange, current: number | null): SettingChangeVerdict {
  const { key, oldValue, newValue } = change;
  const refused = (code: SettingChangeCode, facts: Record<string, string | number>): SettingChangeVerdict => {
    return { outcome: "refused", reasons: [{ code, facts: { key, ...facts } }] };
  };
  if (!isSettingKey(key) || current === null) return refused("identity.setting_unknown", {});
  const { least, most } = SETTINGS[key];
  if (!isSettingValue(key, newValue)) return refused("identity.setting_out_of_bounds", { least, most });
  if (current !== oldValue) return refused("identity.setting_moved_on", { oldValue, current });
  if (oldValue === newValue) return refused("identity.setting_unchanged", { current });
  return { outcome: "possible", reasons: [{ code: "identity.setting_may_change", facts: { key } }] };
}
