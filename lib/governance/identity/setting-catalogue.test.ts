import { describe, expect, test } from "vitest";
import { isSettingKey, isSettingValue, SETTING_KEYS, SETTINGS } from "./setting-catalogue.ts";

describe("the catalogue of settings", () => {
  test.each(SETTING_KEYS)("[ORG-113] `%s` takes its bounds and its standard, and nothing beyond", (key) => {
    const { least, most, standard } = SETTINGS[key];
    for (const value of [least, most, standard]) expect(isSettingValue(key, value)).toBe(true);
    for (const value of [least - 1, most + 1, least + 0.5, Number.NaN, Number.POSITIVE_INFINITY, "1", null]) {
      expect(isSettingValue(key, value)).toBe(false);
    }
  });

  test.each(["", "toString", "__proto__", "voting.defaulthours"])("[ORG-113] `%s` is no setting", (key) => {
    expect(isSettingKey(key)).toBe(false);
  });
});
