// Reads the organisation's settings with their meaning and bounds (ORG-113).
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { Nothing, OrganizationSettings } from "../schema.ts";
import { SETTINGS } from "../setting-catalogue.ts";
import { loadOrganization, loadSettings } from "../store.ts";

export const getSettings = defineOperation({
  name: "identity.get_settings",
  summary: "Read the organisation's name, time zone and settings",
  permission: "identity.settings.read",
  effect: "read",
  input: Nothing,
  output: OrganizationSettings,
  run: ({ tx }) => describeSettings(tx),
});

export async function describeSettings(tx: UnitOfWork) {
  const organization = await loadOrganization(tx);
  const known = await loadSettings(tx);
  const settings = [...known].map(([key, { value, updatedAt }]) => ({
    key,
    ...SETTINGS[key],
    value,
    updatedAt: updatedAt?.toISOString() ?? null,
  }));
  return { organization, settings };
}
