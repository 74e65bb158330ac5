// The import's codes as people say them.

import type { z } from "zod";
import type {
  DateOrder,
  Delimiter,
  FactReading,
  ImpactReading,
  ImportField,
  StageReading,
  TierReading,
} from "@/lib/governance/registry/import/schema";
import type {
  ImportColumns,
  ImportCountsView,
  ImportDetail,
  ImportPhase,
  ImportState,
  SavedMappingView,
} from "@/lib/governance/registry/import/view";

export type Counts = z.infer<typeof ImportCountsView>;
export type ColumnView = ImportColumns["columns"][number];
export type Detail = z.infer<typeof ImportDetail>;
export type Report = NonNullable<Detail["report"]>;
export type SavedMapping = z.infer<typeof SavedMappingView>;

export const FIELD_LABELS: Record<ImportField, string> = {
  name: "Name",
  version: "Version",
  description: "Description",
  ownerEmail: "Owner’s e-mail",
  unit: "Unit (agency, bureau)",
  tags: "Tags",
  initiatedOn: "Initiated on",
  developedOn: "Developed on",
  implementedOn: "Implemented on",
  retiredOn: "Retired on",
  affectsRights: "Affects people’s rights",
  affectsSafety: "Affects safety",
  decidesAutonomously: "Decides without a human",
  usesPersonalData: "Uses personal data",
  isPublicFacing: "Faces the public",
  impact: "Rights or safety impact",
  stage: "Stage",
  tier: "Tier",
};

export const FIELD_GROUPS: readonly { label: string; fields: readonly ImportField[] }[] = [
  { label: "Description", fields: ["name", "version", "description", "unit", "ownerEmail", "tags"] },
  {
    label: "What decides the tier",
    fields: [
      "impact",
      "affectsRights",
      "affectsSafety",
      "decidesAutonomously",
      "usesPersonalData",
      "isPublicFacing",
      "stage",
      "tier",
    ],
  },
  { label: "Dates", fields: ["initiatedOn", "developedOn", "implementedOn", "retiredOn"] },
];

const FACT_READINGS: Record<FactReading, string> = {
  yes: "Yes",
  no: "No",
  unknown: "Not known",
  unread: "Left unread",
};
const IMPACT_READINGS: Record<ImpactReading, string> = {
  rights: "Rights",
  safety: "Safety",
  both: "Rights and safety",
  neither: "Neither",
  unknown: "Not known",
  unread: "Left unread",
};
const STAGE_READINGS: Record<StageReading, string> = {
  planned: "Planned",
  development: "In development",
  implementation: "In implementation",
  operation: "In operation",
  retired: "Retired",
  unknown: "Not known",
  unread: "Left unread",
};
const TIER_READINGS: Record<TierReading, string> = {
  tier_1_low: "Tier 1 low",
  tier_2_medium: "Tier 2 medium",
  tier_3_high: "Tier 3 high",
  tier_4_critical: "Tier 4 critical",
  unknown: "Not known",
  unread: "Left unread",
};

/** What the values of a coded column can mean; null for a column that is not coded. */
export function readingsOf(field: ImportField): Readonly<Record<string, string>> | null {
  switch (field) {
    case "impact":
      return IMPACT_READINGS;
    case "stage":
      return STAGE_READINGS;
    case "tier":
      return TIER_READINGS;
    case "affectsRights":
    case "affectsSafety":
    case "decidesAutonomously":
    case "usesPersonalData":
    case "isPublicFacing":
      return FACT_READINGS;
    default:
      return null;
  }
}

export const DATE_ORDER_LABELS: Record<DateOrder, string> = {
  month_first: "Month first (11/27/2026)",
  day_first: "Day first (27/11/2026)",
  unknown: "Only dates that read the same either way",
};

export const DELIMITER_LABELS: Record<Delimiter, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

export const STATE_LABELS: Record<ImportState, string> = {
  uploaded: "Waiting for its mapping",
  queued: "About to begin",
  running: "Running",
  completed: "Completed",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const PHASE_LABELS: Record<ImportPhase, string> = {
  queued: "Waiting for its turn",
  reading: "Reading the file",
  planning: "Comparing with what is registered",
  writing: "Writing models",
  done: "Done",
  cancelling: "Stopping and taking back what was written",
};

export const OUTCOME_LABELS: readonly { key: Exclude<keyof Counts, "read">; label: string }[] = [
  { key: "created", label: "created" },
  { key: "updated", label: "updated" },
  { key: "unchanged", label: "unchanged" },
  { key: "duplicate", label: "duplicates" },
  { key: "rejected", label: "rejected" },
];
