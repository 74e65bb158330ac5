// A setting takes its new value, if it still has the old one (ORG-142).

import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { refuse } from "../../identity/refusals.ts";
import { isSettingKey, SETTINGS } from "../../identity/setting-catalogue.ts";
import { assessSettingChange, type SettingChange } from "../../identity/setting-change.ts";
import { lockOrganization, readSetting, saveSetting } from "../../identity/store.ts";
import { atField } from "../../kernel/refusal.ts";
import type { KindEffect } from "../kinds/kind.ts";
import type { Carrier } from "./effect-store.ts";

export const setSetting: Carrier<Extract<KindEffect, { type: "set_setting" }>> = {
  locksModel: false,
  // Settings change one act after the other.
  hold: async (tx) => {
    await lockOrganization(tx);
  },
  check: async (tx, { change }) => {
    const current = await currentOf(tx, change.key);
    const verdict = assessSettingChange(change, current);
    if (verdict.outcome === "refused") throw refuseChange(change, verdict.reasons[0]?.code, current);
  },
  carryOut: async (tx, { change }, { at }) => {
    await lockOrganization(tx);
    const { key, newValue } = change;
    const verdict = assessSettingChange(change, await currentOf(tx, key));
    if (verdict.outcome === "refused" || !isSettingKey(key))
      return verdict.reasons[0]?.code ?? "identity.setting_unknown";
    await saveSetting(tx, { key, value: newValue, by: null, at });
    return null;
  },
  giveBack: async () => {},
};

async function currentOf(tx: UnitOfWork, key: string): Promise<number | null> {
  return isSettingKey(key) ? readSetting(tx, key) : null;
}

function refuseChange({ key, oldValue }: SettingChange, code: string | undefined, current: number | null) {
  if (!isSettingKey(key) || current === null)
    return atField(refuse("identity.setting_unknown", { key }), "payload.key");
  const { least, most } = SETTINGS[key];
  switch (code) {
    case "identity.setting_out_of_bounds":
      return atField(refuse(code, { key, least, most }), "payload.newValue");
    case "identity.setting_moved_on":
      return atField(refuse(code, { key, oldValue, current }), "payload.oldValue");
    default:
      return atField(refuse("identity.setting_unchanged", { key, current }), "payload.newValue");
  }
}
