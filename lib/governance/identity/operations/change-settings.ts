// Changes the organisation's name, time zone and settings; the record keeps before and after (ORG-113, ORG-114).
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { Json } from "../../kernel/audit-event.ts";
import { type IdentityEvent, organizationSubject } from "../events.ts";
import { refuse } from "../refusals.ts";
import { ChangeSettingsInput, OrganizationSettings } from "../schema.ts";
import { isSettingKey, isSettingValue, SETTINGS, type SettingKey } from "../setting-catalogue.ts";
import { loadSettings, lockOrganization, saveOrganization, saveSetting } from "../store.ts";
import { describeSettings } from "./get-settings.ts";

type Change = { readonly key: string; readonly before: Json; readonly after: Json };

export const changeSettings = defineOperation({
  name: "identity.change_settings",
  summary: "Change the organisation's name, time zone and settings",
  permission: "identity.settings.manage",
  effect: "write",
  input: ChangeSettingsInput,
  output: OrganizationSettings,
  async run({ input, actor, now, tx }) {
    const { organizationName: name, timeZone, settings = {} } = input;
    const wanted = Object.entries(settings).map(([key, value]) => readWanted(key, value));
    const organization = await lockOrganization(tx);
    const at = await now();
    const by = actor.kind === "person" ? actor.userId : null;
    const changes: Change[] = [
      ...toChange("organization.name", organization.name, name),
      ...toChange("organization.timeZone", organization.timeZone, timeZone),
      ...(await saveWanted(tx, wanted, { by, at })),
    ];
    if (changes.length === 0) {
      tx.unchanged();
      return describeSettings(tx);
    }
    await saveOrganization(tx, { name, timeZone });
    const after = await describeSettings(tx);
    await tx.record({
      action: "identity.settings_changed",
      subject: organizationSubject(tx.organizationId),
      details: { changes },
    } satisfies IdentityEvent);
    return after;
  },
});

function toChange(key: string, before: Json, after: Json | undefined): Change[] {
  return after === undefined || after === before ? [] : [{ key, before, after }];
}

function readWanted(key: string, value: number): { key: SettingKey; value: number } {
  const path = `settings.${key}`;
  if (!isSettingKey(key)) {
    const message = "There is no such setting";
    throw refuse("identity.setting_unknown", { key }, [{ path, code: "unknown_setting", message }]);
  }
  if (!isSettingValue(key, value)) {
    const { least, most } = SETTINGS[key];
    const message = `Give a whole number from ${least} to ${most}`;
    throw refuse("identity.setting_out_of_bounds", { key, least, most }, [{ path, code: "out_of_bounds", message }]);
  }
  return { key, value };
}

async function saveWanted(
  tx: UnitOfWork,
  wanted: readonly { key: SettingKey; value: number }[],
  mark: { by: string | null; at: Date },
): Promise<Change[]> {
  const known = await loadSettings(tx);
  const changes: Change[] = [];
  for (const { key, value } of wanted) {
    const change = toChange(key, known.get(key)?.value ?? SETTINGS[key].standard, value);
    if (change.length > 0) await saveSetting(tx, { key, value, ...mark });
    changes.push(...change);
  }
  return changes;
}
