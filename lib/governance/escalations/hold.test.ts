import { describe, expect, test } from "vitest";
import { hold } from "./hold.ts";
import { AT, groundOf, MODEL, raiseOf, ratedOf, VENTURE } from "./item-fixture.ts";
import type { RaiseInput, Severity } from "./schema.ts";
import { CreateSilenceInput, isSilenced, type Silence, type SilenceMatcher } from "./silence.ts";

const silenceOf = (matcher: SilenceMatcher): Silence => ({
  ...{ reference: "SIL-00000001", matcher, startsAt: AT, endsAt: new Date(AT.getTime() + 3_600_000) },
});
const rated = (change: Partial<RaiseInput>) => {
  const [item] = ratedOf([raiseOf(change)]);
  if (item === undefined) throw new Error("not taken in");
  return item;
};

describe("a silence", () => {
  const noisy: Partial<RaiseInput> = {
    ...{ title: "Latency above target", source: "Prometheus", category: "monitoring_alert", severity: "medium" },
    ...{ ventureRef: VENTURE.reference, modelRef: MODEL.reference },
  };

  test.each<[string, SilenceMatcher, boolean]>([
    ["its severity", { severity: ["medium"] }, true],
    ["one of several severities", { severity: ["low", "medium"] }, true],
    ["another severity", { severity: ["high"] }, false],
    ["its category", { category: ["monitoring_alert"] }, true],
    ["another category", { category: ["other"] }, false],
    ["its venture", { venture: VENTURE.reference }, true],
    ["another venture", { venture: "VNT-00000009" }, false],
    ["the portfolio of its venture", { portfolio: VENTURE.portfolioReference }, true],
    ["its model", { model: MODEL.reference }, true],
    ["another model", { model: "MDL-00000009" }, false],
    ["its source, whatever the case", { source: "prometheus" }, true],
    ["another source", { source: "Grafana" }, false],
    ["words of its title, whatever the case", { titleContains: "LATENCY above" }, true],
    ["other words", { titleContains: "errors" }, false],
    ["all of its fields", { severity: ["medium"], model: MODEL.reference, titleContains: "latency" }, true],
    ["one field that does not agree", { severity: ["medium"], model: MODEL.reference, titleContains: "errors" }, false],
  ])("[ESC-111] that names %s", (_name, matcher, isHeld) => {
    expect(isSilenced(silenceOf(matcher), rated(noisy), AT)).toBe(isHeld);
  });

  test.each<[string, SilenceMatcher]>([
    ["category", { category: ["other"] }],
    ["venture", { venture: VENTURE.reference }],
    ["portfolio", { portfolio: VENTURE.portfolioReference }],
    ["model", { model: MODEL.reference }],
  ])("[ESC-111] does not hold what has no %s at all", (_name, matcher) => {
    expect(isSilenced(silenceOf(matcher), rated({ severity: "medium" }), AT)).toBe(false);
  });

  test.each<[string, number, boolean]>([
    ["before it begins", -1, false],
    ["when it begins", 0, true],
    ["just before its end", 3_599_999, true],
    ["at its end", 3_600_000, false],
  ])("[ESC-111] %s", (_name, ms, isHeld) => {
    expect(isSilenced(silenceOf({ source: "test" }), rated({}), new Date(AT.getTime() + ms))).toBe(isHeld);
  });

  test.each<[string, SilenceMatcher, boolean]>([
    ["that does not name severities", { source: "test" }, false],
    ["that names critical", { source: "test", severity: ["critical"] }, true],
  ])("[ESC-112] of a critical item, a silence %s", (_name, matcher, isHeld) => {
    expect(isSilenced(silenceOf(matcher), rated({ severity: "critical" }), AT)).toBe(isHeld);
  });

  test.each<[string, object, string]>([
    ["no end", { endsInHours: undefined }, "endsInHours"],
    ["an end that has passed", { endsInHours: 0 }, "endsInHours"],
    ["an end that is now, but for a rounding error", { endsInHours: 1e-9 }, "endsInHours"],
    ["an end without end", { endsInHours: Number.POSITIVE_INFINITY }, "endsInHours"],
    ["an end in more than 30 days", { endsInHours: 721 }, "endsInHours"],
    ["an empty matcher", { matcher: {} }, "matcher"],
    ["an unknown field", { matcher: { everything: true } }, "matcher"],
    ["no reason", { reason: " " }, "reason"],
  ])("[ESC-111] is refused with %s", (_name, change, path) => {
    const input = { matcher: { source: "Prometheus" }, reason: "Planned maintenance", endsInHours: 2, ...change };
    const parsed = CreateSilenceInput.safeParse(input);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(path);
  });

  test("[ESC-111] holds with a mark that names it and its end; nothing goes out", () => {
    const { kept, held } = hold([rated(noisy)], groundOf({ silences: [silenceOf({ source: "Prometheus" })] }));
    expect(kept).toEqual([]);
    expect(held.map(({ place, heldBy, marks }) => [place, heldBy?.reference, marks.at(-1)])).toEqual([
      [
        "held",
        "SIL-00000001",
        {
          ...{ stage: "hold", outcome: "held", code: "escalations.silenced" },
          facts: { by: "silence", reference: "SIL-00000001" },
          until: "2026-11-20T10:00:00.000Z",
        },
      ],
    ]);
  });
});

describe("an open critical item on a model", () => {
  const criticals = new Map([[MODEL.id, "ESC-CRITICAL"]]);

  test.each<[Severity, boolean]>([
    ["low", true],
    ["medium", true],
    ["high", false],
    ["critical", false],
  ])("[ESC-113] holds a %s one of the same model: %s", (severity, isHeld) => {
    const { held } = hold([rated({ severity, modelRef: MODEL.reference })], groundOf({ criticals }));
    expect(held.map(({ heldBy }) => heldBy)).toEqual(
      isHeld ? [{ by: "inhibition", reference: "ESC-CRITICAL", until: null }] : [],
    );
  });

  test("[ESC-113] holds nothing of another model, and nothing without one", () => {
    const { held } = hold([rated({ severity: "low" })], groundOf({ criticals }));
    expect(held).toEqual([]);
  });

  test("[ESC-113] that comes with the same act holds as well", () => {
    const items = ratedOf([
      raiseOf({ title: "Small", severity: "low", modelRef: MODEL.reference }),
      raiseOf({ title: "Large", severity: "critical", modelRef: MODEL.reference }),
    ]);
    const { kept, held } = hold(items, groundOf());
    expect(kept.map(({ titleKey }) => titleKey)).toEqual(["large"]);
    expect(held.map(({ titleKey, heldBy }) => [titleKey, heldBy?.reference])).toEqual([["small", kept[0]?.reference]]);
  });
});
