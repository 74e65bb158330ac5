// Answers "what can be set here, within which bounds, and what does it mean?" (ORG-113). A setting is one line of this
// table; whoever needs it calls `readSetting(tx, key)` of the store. All values are integers: nothing here is a float.

export type SettingDefinition = {
  readonly label: string;
  /** What follows from the value, in a sentence for the person who sets it. */
  readonly meaning: string;
  readonly unit: "ten_thousandths" | "hours" | "days";
  readonly least: number;
  readonly most: number;
  readonly standard: number;
};

export const SETTINGS = {
  "registry.approvalThreshold": {
    label: "Approval threshold",
    meaning: "A scorecard meets the threshold when its weighted overall score is at least this",
    unit: "ten_thousandths",
    least: 0,
    most: 10_000,
    standard: 7_000,
  },
  "voting.defaultHours": {
    label: "Voting period",
    meaning: "A proposal stays open this long unless its proposer says otherwise",
    unit: "hours",
    least: 1,
    most: 168,
    standard: 72,
  },
  "conditions.dueDays": {
    label: "Time to meet a condition",
    meaning: "A condition of an approval is due this long after the decision unless it says otherwise",
    unit: "days",
    least: 1,
    most: 365,
    standard: 90,
  },
  "identity.sessionHours": {
    label: "Length of a session",
    meaning: "Everybody signs in again after this long; open sessions keep the end they began with",
    unit: "hours",
    least: 1,
    most: 168,
    standard: 12,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

/** Is this an integer within the bounds of the setting? */
export function isSettingValue(key: SettingKey, value: unknown): value is number {
  const { least, most } = SETTINGS[key];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
}
