import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CRITERIA, CRITERION_NAMES, mapCriteria } from "./criteria.ts";
import { Criterion, ScorecardDraft, ScorecardSubmission } from "./schema.ts";
import { assessCompleteness, evaluateScorecard, type Scores, toCompletenessErrors } from "./scorecard.ts";

const all = (score: number): Scores => mapCriteria((name) => ({ score: CRITERIA[name].isPassFail ? 1 : score }));
const entry = (score: unknown = 1) => ({
  score,
  justification: "Tested on last year's cases",
  evidence: [{ kind: "link", url: "https://example.org/report" }],
});
const submission = (changes: Record<string, unknown> = {}) => ({
  scores: { ...mapCriteria(() => entry()), ...changes },
});

describe("evaluation", () => {
  it("[REG-2] weights are the table's and sum to 1", () => {
    expect(mapCriteria((name) => CRITERIA[name].weightHundredths)).toEqual({
      technical_soundness: 20,
      risk_assessment: 20,
      ethics_review: 15,
      business_justification: 10,
      compliance_check: 15,
      performance_metrics: 10,
      documentation: 5,
      monitoring_plan: 5,
    });
    expect(Criterion.options.filter((name) => CRITERIA[name].isPassFail)).toEqual([
      "ethics_review",
      "compliance_check",
    ]);
  });

  it.each([
    [0.9999, "failed", "reject"],
    [0, "failed", "reject"],
    [1, "passed", "approve"],
  ] as const)("[REG-2] a pass/fail criterion at %d is %s", (score, status, recommendation) => {
    const evaluation = evaluateScorecard({ ...all(1), ethics_review: { score } });
    expect(evaluation.criteria.find(({ criterion }) => criterion === "ethics_review")?.status).toBe(status);
    expect(evaluation.recommendation).toBe(recommendation);
    expect(evaluation.overallRatio).toBe(status === "failed" ? 0 : 1);
  });

  it.each([
    ["exactly 0.7 reaches 0.7", { technical_soundness: { score: 0.7 } }, "approve"],
    ["0.6999 does not", { technical_soundness: { score: 0.6999 } }, "reject"],
    [
      "0.1 + 0.6 in floats would miss it",
      { documentation: { score: 0.7 }, monitoring_plan: { score: 0.7 } },
      "approve",
    ],
    ["nothing scored", {}, "reject"],
  ] as const)("[REG-3] %s", (_name, scores, recommendation) => {
    expect(evaluateScorecard(scores).recommendation).toBe(recommendation);
  });

  it("[REG-3] only the criteria present weigh in, and nothing scored is 0", () => {
    const scores = {
      technical_soundness: { score: 0.9 },
      documentation: { score: 0.4 },
      risk_assessment: { score: null },
    };
    const evaluation = evaluateScorecard(scores);
    expect(evaluation.overall).toEqual({ numerator: 9000 * 20 + 4000 * 5, denominator: 25 * 10_000 });
    expect(evaluation.overallRatio).toBe(0.8);
    expect(evaluateScorecard({}).overallRatio).toBe(0);
    expect(evaluateScorecard({}).reasons[0]?.code).toBe("registry.nothing_scored");
  });

  it("[REG-3] an evaluation lists score, weight, pass/fail, weighted score and status", () => {
    const { criteria } = evaluateScorecard({ technical_soundness: { score: 0.65 } });
    expect(criteria).toHaveLength(8);
    expect(criteria[0]).toEqual({
      criterion: "technical_soundness",
      scoreRatio: 0.65,
      weightRatio: 0.2,
      isPassFail: false,
      weightedScoreRatio: 0.13,
      status: "below",
    });
    expect(criteria[1]).toMatchObject({ scoreRatio: null, weightedScoreRatio: null, status: "missing" });
  });

  it("[REG-3] the recommendation equals exact arithmetic for every four-decimal scorecard", () => {
    const points = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 8, maxLength: 8 });
    const threshold = fc.integer({ min: 0, max: 100 }).map((numerator) => ({ numerator, denominator: 100 }));
    fc.assert(
      fc.property(points, threshold, (values, limit) => {
        const at = (name: Criterion) =>
          CRITERIA[name].isPassFail ? 10_000 : (values[CRITERION_NAMES.indexOf(name)] ?? 0);
        const evaluation = evaluateScorecard(
          mapCriteria((name) => ({ score: at(name) / 10_000 })),
          limit,
        );
        const sum = CRITERION_NAMES.reduce(
          (total, name) => total + BigInt(at(name) * CRITERIA[name].weightHundredths),
          0n,
        );
        const isReached = sum * 100n >= BigInt(limit.numerator) * 1_000_000n;
        return evaluation.recommendation === (isReached ? "approve" : "reject");
      }),
    );
  });
});

describe("submission", () => {
  it("[REG-4] a draft may be partial and empty", () => {
    expect(ScorecardDraft.safeParse({ scores: {} }).success).toBe(true);
    const draft = { scores: { documentation: { score: null, justification: "", evidence: [] } } };
    expect(ScorecardDraft.safeParse(draft).success).toBe(true);
  });

  it("[REG-4] all eight with justification and evidence are accepted", () => {
    expect(ScorecardSubmission.safeParse(submission()).success).toBe(true);
  });

  it.each([
    ["seven of eight", { monitoring_plan: undefined }, "scores.monitoring_plan"],
    ["1.01", { documentation: entry(1.01) }, "scores.documentation.score"],
    ["-0.1", { documentation: entry(-0.1) }, "scores.documentation.score"],
    ["NaN", { documentation: entry(Number.NaN) }, "scores.documentation.score"],
    ["1e309 as a number", { documentation: entry(JSON.parse("1e309")) }, "scores.documentation.score"],
    ["1e309 as text", { documentation: entry("1e309") }, "scores.documentation.score"],
    ["five decimals", { documentation: entry(0.12345) }, "scores.documentation.score"],
    ["null", { documentation: entry(null) }, "scores.documentation.score"],
    [
      "a blank justification",
      { documentation: { ...entry(), justification: " \n " } },
      "scores.documentation.justification",
    ],
    [
      "a justification of 100,000 characters",
      { documentation: { ...entry(), justification: "a".repeat(100_000) } },
      "scores.documentation.justification",
    ],
    ["NUL", { documentation: { ...entry(), justification: "a\u0000b" } }, "scores.documentation.justification"],
    [
      "a lone surrogate",
      { documentation: { ...entry(), justification: "a\ud800" } },
      "scores.documentation.justification",
    ],
    ["no evidence", { documentation: { ...entry(), evidence: [] } }, "scores.documentation.evidence"],
    [
      "21 pieces of evidence",
      { documentation: { ...entry(), evidence: Array.from({ length: 21 }, () => ({ kind: "text", text: "a" })) } },
      "scores.documentation.evidence",
    ],
    [
      "a javascript link",
      { documentation: { ...entry(), evidence: [{ kind: "link", url: "javascript:alert(1)" }] } },
      "scores.documentation.evidence.0.url",
    ],
    ["an unknown field", { documentation: { ...entry(), weight: 1 } }, "scores.documentation"],
    ["an unknown criterion", { charm: entry() }, "scores"],
  ])("[REG-4] refuses %s and names the field", (_name, changes, path) => {
    const parsed = ScorecardSubmission.safeParse(submission(changes));
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  it("[REG-4] missing is named per criterion and part, never read as zero or passed", () => {
    const verdict = assessCompleteness({
      ...mapCriteria(() => entry(1) as never),
      ethics_review: { justification: "x" },
    });
    expect(verdict.outcome).toBe("incomplete");
    expect(toCompletenessErrors(verdict).map(({ path }) => path)).toEqual([
      "scores.ethics_review.score",
      "scores.ethics_review.evidence",
    ]);
    expect(assessCompleteness(mapCriteria(() => entry(0) as never)).outcome).toBe("complete");
    const seven = { ...all(1), monitoring_plan: undefined };
    expect(evaluateScorecard(seven)).toMatchObject({ isComplete: false, missing: ["monitoring_plan"] });
  });
});
