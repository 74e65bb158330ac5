import { describe, expect, test } from "vitest";
import { type DraftText, readNumber, toDraft, toDraftText, toGaps } from "./draft-text";

const BLANK = toDraftText({ scores: {}, conditions: [], votingHours: null });

function withEntry(entry: Partial<DraftText["scores"]["documentation"]>): DraftText {
  return { ...BLANK, scores: { ...BLANK.scores, documentation: { ...BLANK.scores.documentation, ...entry } } };
}

const link = (url: string, key = "n1") => ({ key, kind: "link" as const, url, label: "", text: "" });

describe("a typed scorecard", () => {
  test("nothing typed saves nothing and needs nothing mended", () => {
    expect(toDraft(BLANK)).toEqual({ draft: { scores: {}, conditions: [] }, problems: {} });
  });

  test.each([
    ["a score above 1", "1.01", "A score must be at most 1"],
    ["a score below 0", "-0.1", "A score must be at least 0"],
    ["no number", "good", "A score is a number from 0 to 1"],
    ["NaN", "NaN", "A score is a number from 0 to 1"],
    ["a number too large for any number", "1e309", "A score is a number from 0 to 1"],
    ["five decimals", "0.12345", "A score may have at most 4 decimals"],
  ])("%s is named at its field and left out; the rest is saved", (_name, score, message) => {
    const { draft, problems } = toDraft(withEntry({ score, justification: "Written down" }));
    expect(problems).toEqual({ "scores.documentation.score": message });
    expect(draft.scores).toEqual({ documentation: { justification: "Written down" } });
  });

  test("a decimal comma is understood", () => {
    expect(readNumber(" 0,8 ")).toBe(0.8);
    expect(toDraft(withEntry({ score: "0,8" })).draft.scores).toEqual({ documentation: { score: 0.8 } });
  });

  test("only http and https are evidence; an empty line is none", () => {
    const evidence = [link("javascript:alert(1)", "bad"), link(" https://example.org/a ", "good"), link("", "blank")];
    const { draft, problems } = toDraft(withEntry({ evidence }));
    expect(problems).toEqual({ "scores.documentation.evidence.bad": "A link must begin with http:// or https://" });
    expect(draft.scores).toEqual({ documentation: { evidence: [{ kind: "link", url: "https://example.org/a" }] } });
  });

  test("text too long, with NUL or with half a character is named and left out", () => {
    for (const justification of ["x".repeat(100_000), "a\u0000b", "a\ud800b"]) {
      const { draft, problems } = toDraft(withEntry({ score: "1", justification }));
      expect(Object.keys(problems)).toEqual(["scores.documentation.justification"]);
      expect(draft.scores).toEqual({ documentation: { score: 1 } });
    }
  });

  test("conditions and voting hours keep to their bounds", () => {
    const typed = {
      ...BLANK,
      conditions: [
        { key: "a", text: "Audit it", days: "0" },
        { key: "b", text: "Train staff", days: "30" },
        { key: "c", text: "", days: "" },
      ],
      votingHours: "169",
    };
    const { draft, problems } = toDraft(typed);
    expect(problems).toEqual({
      "conditions.a": "A condition is due in at least 1 day",
      votingHours: "Voting takes at most 168 hours",
    });
    expect(draft).toEqual({ scores: {}, conditions: [{ text: "Train staff", dueInDays: 30 }] });
  });

  test("what was saved comes back as it was typed", () => {
    const typed = {
      ...withEntry({
        score: "0.8",
        justification: "Yes",
        evidence: [{ ...link("https://example.org"), key: "documentation-0" }],
      }),
      conditions: [{ key: "condition-0", text: "Audit it", days: "" }],
      votingHours: "48",
    };
    const { draft } = toDraft(typed);
    const { scores, conditions = [], votingHours = null } = draft;
    expect(toDraftText({ scores, conditions, votingHours })).toEqual(typed);
  });

  test("gaps stand at their fields", () => {
    const reasons = [{ code: "registry.evidence_missing", facts: { criterion: "documentation" } }];
    expect(toGaps({ outcome: "incomplete", reasons })).toEqual({
      "scores.documentation.evidence": "Add at least one piece of evidence: a link or a text",
    });
    expect(toGaps({ outcome: "complete", reasons: [{ code: "registry.scorecard_complete", facts: {} }] })).toEqual({});
  });
});
