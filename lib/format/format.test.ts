import { describe, expect, test } from "vitest";
import { formatDuration } from "./duration.ts";
import { formatDayTime, formatDeadline, formatExact, formatRelative } from "./instant.ts";
import { formatBytes, formatCount, formatPercent, formatShare, sayVotes } from "./number.ts";
import { joinList, plural, sentenceCase, shortDigest, toInitials, toShortName } from "./words.ts";

const HOUR = 3_600_000;

describe("durations", () => {
  test.each([
    ["two units", (2 * 24 + 4) * HOUR + 59 * 60_000, "2 d 4 h"],
    ["a gap ends it", 2 * 24 * HOUR + 5 * 60_000, "2 d"],
    ["hours and minutes", 110 * 60_000, "1 h 50 m"],
    ["minutes alone", 5 * 60_000 + 30_000, "5 m"],
    ["seconds", 45_900, "45 s"],
    ["nothing", 0, "0 s"],
    ["the sign does not matter", -26 * HOUR, "1 d 2 h"],
  ])("%s", (_name, milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });
});

describe("instants", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  const at = (text: string) => new Date(text);

  test.each([
    ["Berlin in winter", "2026-11-27T16:00:00Z", "Europe/Berlin", "Fri 27 Nov 2026 17:00 CET"],
    ["Berlin in summer", "2026-07-01T22:30:00Z", "Europe/Berlin", "Thu 2 Jul 2026 00:30 CEST"],
    ["New York", "2026-11-27T03:05:00Z", "America/New_York", "Thu 26 Nov 2026 22:05 EST"],
    ["UTC", "2026-11-27T03:05:00Z", "UTC", "Fri 27 Nov 2026 03:05 UTC"],
    ["a zone without letters", "2026-11-27T03:05:00Z", "Asia/Kolkata", "Fri 27 Nov 2026 08:35 GMT+5:30"],
  ])("exact: %s", (_name, instant, zone, expected) => {
    expect(formatExact(at(instant), zone)).toBe(expected);
  });

  test.each([
    ["ahead", "2026-11-27T16:00:00Z", "in 2 d 4 h"],
    ["behind", "2026-11-25T08:50:00Z", "3 h 10 m ago"],
    ["a moment ago", "2026-11-25T11:59:31Z", "just now"],
    ["in a moment", "2026-11-25T12:00:20Z", "in less than a minute"],
    ["weeks lose their hours", "2026-12-10T17:00:00Z", "in 15 d"],
    ["far away is a date", "2027-11-25T12:00:00Z", "25 Nov 2027"],
  ])("relative: %s", (_name, instant, expected) => {
    expect(formatRelative(at(instant), now, "UTC")).toBe(expected);
  });

  test.each([
    ["today is the zone's today", "2026-11-25T22:30:00Z", "America/New_York", "today 17:30"],
    ["tomorrow across midnight", "2026-11-25T23:30:00Z", "Europe/Berlin", "tomorrow 00:30"],
    ["yesterday", "2026-11-24T09:00:00Z", "UTC", "yesterday 09:00"],
    ["another day", "2026-11-27T16:00:00Z", "Europe/Berlin", "Fri 27 Nov 17:00"],
    ["another year", "2027-01-04T16:00:00Z", "UTC", "Mon 4 Jan 2027 16:00"],
  ])("day and time: %s", (_name, instant, zone, expected) => {
    expect(formatDayTime(at(instant), now, zone)).toBe(expected);
  });

  test("a deadline is said both ways", () => {
    expect(formatDeadline(at("2026-11-27T16:00:00Z"), now, "Europe/Berlin")).toBe("in 2 d 4 h (Fri 27 Nov 17:00 CET)");
  });
});

describe("numbers and words", () => {
  test.each([
    ["count", formatCount(1_234_567), "1,234,567"],
    ["count below a thousand", formatCount(999), "999"],
    ["negative count", formatCount(-1_234), "-1,234"],
    ["percent", formatPercent(0.814), "81 %"],
    ["share", formatShare(3, 4), "75 %"],
    ["share of nothing", formatShare(0, 0), "–"],
    ["half a vote", sayVotes(1), "0.5 votes"],
    ["one vote", sayVotes(2), "1 vote"],
    ["many half-votes", sayVotes(20_005), "10,002.5 votes"],
    ["bytes", formatBytes(1_536), "1.5 kB"],
    ["one", plural(1, "vote needs you", "votes need you"), "1 vote needs you"],
    ["many", plural(2_133, "record"), "2,133 records"],
    ["list of none", joinList([]), ""],
    ["list of one", joinList(["Ann"]), "Ann"],
    ["list of three", joinList(["Ann", "Ben", "Cy"]), "Ann, Ben and Cy"],
    ["cut list", joinList(["Ann", "Ben", "Cy", "Di"], 2), "Ann, Ben and 2 more"],
    ["code", sentenceCase("voting.ballot_cast"), "Ballot cast"],
    ["initials", toInitials("Mira de Okafor"), "MO"],
    ["initials of one name", toInitials("mira"), "M"],
    ["initials of nobody", toInitials("  "), "?"],
    ["short name", toShortName("Dana Ives"), "D. Ives"],
    ["digest", shortDigest("9f2c00aa41"), "9f2c…41"],
  ])("%s", (_name, actual, expected) => {
    expect(actual).toBe(expected);
  });
});
