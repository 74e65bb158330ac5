import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toLocalTime } from "../kernel/local-time.ts";
import { assessMailTime, isQuietHour, type MailPreferences } from "./quiet-hours.ts";

const noQuiet: MailPreferences = { digestHour: 17, quietFromHour: null, quietUntilHour: null };
const night: MailPreferences = { digestHour: 17, quietFromHour: 22, quietUntilHour: 7 };
const BERLIN = "Europe/Berlin";

describe("mail time", () => {
  test.each([
    [
      "[NTF-102] critical in the night goes now",
      "critical",
      night,
      "2026-11-20T23:30:00.000Z",
      "now",
      "2026-11-20T23:30:00.000Z",
    ],
    [
      "[NTF-103] normal by day goes now",
      "normal",
      night,
      "2026-11-20T12:00:00.000Z",
      "now",
      "2026-11-20T12:00:00.000Z",
    ],
    [
      "[NTF-103] normal in the night waits until the morning",
      "normal",
      night,
      "2026-11-20T23:30:00.000Z",
      "held",
      "2026-11-21T06:00:00.000Z",
    ],
    [
      "[NTF-103] the first quiet instant is quiet",
      "normal",
      night,
      "2026-11-20T21:00:00.000Z",
      "held",
      "2026-11-21T06:00:00.000Z",
    ],
    [
      "[NTF-103] the end of the quiet hours is not quiet",
      "normal",
      night,
      "2026-11-20T06:00:00.000Z",
      "now",
      "2026-11-20T06:00:00.000Z",
    ],
    [
      "[NTF-103] without quiet hours normal goes now",
      "normal",
      noQuiet,
      "2026-11-20T02:00:00.000Z",
      "now",
      "2026-11-20T02:00:00.000Z",
    ],
    [
      "[NTF-104] low waits for the digest hour",
      "low",
      night,
      "2026-11-20T09:12:00.000Z",
      "held",
      "2026-11-20T16:00:00.000Z",
    ],
    [
      "[NTF-104] low at the digest hour waits for the next one",
      "low",
      night,
      "2026-11-20T16:00:00.000Z",
      "held",
      "2026-11-21T16:00:00.000Z",
    ],
    [
      "[NTF-104] a digest hour in the quiet hours moves to their end",
      "low",
      { ...night, digestHour: 23 },
      "2026-11-20T20:00:00.000Z",
      "held",
      "2026-11-21T06:00:00.000Z",
    ],
    [
      "[NTF-105] the night the clock goes forward",
      "normal",
      { ...night, quietUntilHour: 2 },
      "2026-03-29T00:30:00.000Z",
      "held",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "[NTF-105] the night the clock goes back",
      "normal",
      { ...night, quietUntilHour: 3 },
      "2026-10-24T23:30:00.000Z",
      "held",
      "2026-10-25T02:00:00.000Z",
    ],
    [
      "[NTF-105] a digest hour that a clock change skips",
      "low",
      { ...noQuiet, digestHour: 2 },
      "2026-03-28T23:30:00.000Z",
      "held",
      "2026-03-29T01:00:00.000Z",
    ],
  ] as const)("%s", (_name, urgency, preferences, at, outcome, deliverAt) => {
    const time = assessMailTime(urgency, preferences, BERLIN, new Date(at));
    expect({ outcome: time.outcome, deliverAt: time.deliverAt.toISOString() }).toEqual({ outcome, deliverAt });
  });

  test("[NTF-105] a zone with a three-quarter offset ends its quiet hours on its own clock", () => {
    const time = assessMailTime("normal", night, "Asia/Kathmandu", new Date("2026-11-20T20:00:00.000Z"));
    expect(toLocalTime(time.deliverAt, "Asia/Kathmandu")).toMatchObject({ hour: 7, minute: 0 });
  });

  const hour = fc.integer({ min: 0, max: 23 });
  const zone = fc.constantFrom(
    "UTC",
    BERLIN,
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
  );
  test("[NTF-103] nothing but critical is ever planned into quiet hours, nor before its time, nor two days late", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("low" as const, "normal" as const),
        fc.record({ digestHour: hour, quietFromHour: hour, quietUntilHour: hour }),
        zone,
        fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true }),
        (urgency, preferences, name, at) => {
          const { deliverAt } = assessMailTime(urgency, preferences, name, at);
          expect(isQuietHour(toLocalTime(deliverAt, name).hour, preferences)).toBe(false);
          expect(deliverAt >= at).toBe(true);
          expect(deliverAt.getTime() - at.getTime()).toBeLessThan(50 * 3_600_000);
        },
      ),
    );
  });
});
