import { describe, expect, test } from "vitest";
import { describeMeaning, describeQuorumMeaning } from "./board-meaning.ts";
import { compareCharters } from "./charter-difference.ts";
import { type CharterSections, type SaveCharterDraftInput, toCharterSections } from "./charter-draft.ts";
import { toCharterContent } from "./charter-template.ts";
import { assessDraft } from "./draft-assessment.ts";
import { applyChange, applyDiscard, assessChange, type StoredDraft, toDraftSections } from "./draft-change.ts";

const CONTENT = toCharterContent("standard", "Northwind Care");
const SECTIONS = toCharterSections(CONTENT);
const BOARD = { organization: "Northwind Care", votingMembers: 7 };
const AT = new Date("2026-03-02T09:00:00Z");

const withRight = (change: Partial<CharterSections["decisionRights"]["model_approval"]>): CharterSections => ({
  ...SECTIONS,
  decisionRights: {
    ...SECTIONS.decisionRights,
    model_approval: { ...SECTIONS.decisionRights.model_approval, ...change },
  },
});

describe("a draft becomes a charter", () => {
  test.each(["standard", "enterprise"] as const)("[BRD-9] the %s charter survives its editor unchanged", (template) => {
    const content = toCharterContent(template, "Northwind Care");
    expect(assessDraft(toCharterSections(content), BOARD)).toEqual({ content, problems: [] });
  });

  const cases: [string, CharterSections, object][] = [
    [
      "0/0",
      withRight({ threshold: "0/0" }),
      { section: "decisionRights", path: "model_approval.threshold", code: "fraction_of_nothing" },
    ],
    ["5/4", withRight({ threshold: "5/4" }), { path: "model_approval.threshold", code: "fraction_above_whole" }],
    ["-1/2", withRight({ threshold: "-1/2" }), { path: "model_approval.threshold", code: "fraction_below_nothing" }],
    ["0.67", withRight({ threshold: "0.67" }), { code: "fraction_asked", candidates: ["2/3", "67/100"] }],
    [
      "an own quorum left empty",
      withRight({ quorumSource: "own" }),
      { path: "model_approval.quorumRatio", code: "fraction_missing" },
    ],
    [
      "a quorum of all and one more",
      { ...SECTIONS, quorum: { ...SECTIONS.quorum, ratio: "1/1" } },
      { section: "quorum", path: "ratio" },
    ],
    ["more than all", withRight({ threshold: "1/1", comparison: "more_than" }), { path: "model_approval.threshold" }],
    [
      "a kind for the chair alone that no chair decides",
      withRight({ authority: "chair_ratify" }),
      { section: "decisionRights", path: "model_approval.authority", code: "not_for_the_chair_alone" },
    ],
    ["a purpose without words", { ...SECTIONS, purpose: "  " }, { section: "purpose", path: "" }],
    ["a scope of blank lines", { ...SECTIONS, scope: ["", " "] }, { section: "scope", path: "" }],
    ["a review of never", { ...SECTIONS, reviewEveryMonths: "0" }, { section: "reviewEveryMonths", path: "" }],
    ["a review of 1.5", { ...SECTIONS, reviewEveryMonths: "1.5" }, { section: "reviewEveryMonths", code: "not_whole" }],
    [
      "a board without required chair",
      { ...SECTIONS, membership: { ...SECTIONS.membership, requiredRoles: ["risk_officer"] } },
      { section: "membership", path: "requiredRoles" },
    ],
  ];
  test.each(cases)("[BRD-9] not with %s", (_name, sections, problem) => {
    const assessed = assessDraft(sections, BOARD);
    expect(assessed.content).toBeNull();
    expect(assessed.problems).toEqual([expect.objectContaining(problem)]);
  });

  test("[BRD-9] every place that is wrong is named at once", () => {
    const sections = { ...withRight({ threshold: "5/4" }), purpose: "", reviewEveryMonths: "soon" };
    expect(
      assessDraft(sections, BOARD)
        .problems.map((problem) => problem.section)
        .sort(),
    ).toEqual(["decisionRights", "purpose", "reviewEveryMonths"]);
  });
});

describe("what it means for this board", () => {
  test.each([
    ["model_approval", 7, "If all 7 vote yes or no, 4 must say yes; with the least quorum of 4, 3."],
    ["charter_amendment", 5, "If all 5 vote yes or no, 4 must say yes; with the least quorum of 3, 3."],
    ["policy_change", 6, "4 of 6 must say yes."],
    ["policy_change", 7, "5 of 7 must say yes."],
    ["risk_acceptance", 5, "The chair and 2 of the 4 others must say yes, and nobody no."],
    ["model_approval", 2, "2 of 2 must say yes, and all 2 must take part."],
    [
      "emergency_action",
      7,
      "The chair decides at once; to ratify, if all 6 vote yes or no, 4 must say yes; with the least quorum of 4, 3.",
    ],
    ["incident_response", 3, "The chair decides at once; to ratify, 2 of 2 must say yes, and all 2 must take part."],
  ] as const)("[BRD-113] %s on a board of %i: %s", (kind, members, sentence) => {
    expect(describeMeaning(kind, CONTENT, members)).toEqual({ kind, sentence, isReachable: true });
  });

  test.each([
    ["model_approval", 1],
    ["model_approval", 0],
    ["policy_change", 0],
    ["risk_acceptance", 2],
    ["emergency_action", 2],
  ] as const)("[BRD-113] nobody could reach %s on a board of %i", (kind, members) => {
    expect(describeMeaning(kind, CONTENT, members).isReachable).toBe(false);
  });

  test("[BRD-113] a quorum that nobody can reach is named at its place and makes no charter", () => {
    const sections = { ...SECTIONS, quorum: { ...SECTIONS.quorum, minimumNonRecused: "8" } };
    const { content, problems } = assessDraft(sections, BOARD);
    expect(content).toBeNull();
    expect(problems).toMatchObject([{ section: "quorum", path: "minimumNonRecused", code: "out_of_reach" }]);
    expect(assessDraft(sections, { ...BOARD, votingMembers: 9 }).problems).toEqual([]);
    // Eight decide everything but what their chair decided.
    expect(assessDraft(sections, { ...BOARD, votingMembers: 8 }).problems.map((problem) => problem.path)).toEqual([
      "emergency_action.authority",
      "incident_response.authority",
    ]);
    expect(describeQuorumMeaning({ ...CONTENT.quorum, minimumNonRecused: 8 }, 7)).toContain("nobody could reach");
  });
});

describe("side by side", () => {
  const changed = (after: CharterSections) => compareCharters(SECTIONS, after).filter((one) => one.isChanged);

  test("[BRD-9] the same charter differs nowhere, and every line stands on both sides", () => {
    const all = compareCharters(SECTIONS, SECTIONS);
    expect(all.filter((one) => one.isChanged)).toEqual([]);
    expect(all.flatMap((one) => one.rows).every((row) => row.kind === "same" && row.before === row.after)).toBe(true);
  });

  test("[BRD-9] a changed fraction stands beside the old one, in its section alone", () => {
    const [section, ...others] = changed(withRight({ threshold: "2/3", comparison: "at_least" }));
    expect(others).toEqual([]);
    expect(section?.rows.filter((row) => row.kind !== "same")).toEqual([
      {
        kind: "changed",
        before: "Model approval: board vote; yes more than 1/2 of yes + no; quorum as for the board",
        after: "Model approval: board vote; yes at least 2/3 of yes + no; quorum as for the board",
      },
    ]);
  });

  test("[BRD-9] a line put in, one taken out and one rewritten are told apart", () => {
    const [first = "", second = "", third = ""] = SECTIONS.scope;
    const rows = (scope: string[]) => changed({ ...SECTIONS, scope })[0]?.rows.map((row) => row.kind);
    expect(rows([first, "Agents that act alone", second, third])).toEqual(["same", "added", "same", "same"]);
    expect(rows([first, third])).toEqual(["same", "removed", "same"]);
    expect(rows([first, `${second}, always`, third])).toEqual(["same", "changed", "same"]);
  });
});

describe("two people at one draft", () => {
  const NONE: StoredDraft = { revision: 0, sections: {} };
  const CHARTER = { version: 1, content: CONTENT, earlier: new Map() };
  const by = { charterVersion: 1, userId: "u1", at: AT };
  const purpose = (value: string, revision: number): SaveCharterDraftInput => ({
    section: "purpose",
    value,
    revision,
    charterVersion: 1,
  });
  const months = (value: string, revision: number): SaveCharterDraftInput => ({
    section: "reviewEveryMonths",
    value,
    revision,
    charterVersion: 1,
  });

  test("[BRD-112] different sections never meet", () => {
    const first = applyChange(NONE, purpose("New purpose", 0), by);
    expect(assessChange(first, months("6", 0), CHARTER)).toBe("accepted");
    const both = toDraftSections(applyChange(first, months("6", 0), by), CONTENT);
    expect(both).toEqual({ ...SECTIONS, purpose: "New purpose", reviewEveryMonths: "6" });
  });

  test("[BRD-112] the same section on an older revision is changed meanwhile; the same words are not a change", () => {
    const first = applyChange(NONE, purpose("Theirs", 0), by);
    expect(assessChange(first, purpose("Mine", 0), CHARTER)).toBe("changed_meanwhile");
    expect(assessChange(first, purpose("Theirs", 0), CHARTER)).toBe("unchanged");
    expect(assessChange(first, purpose("Mine", 1), CHARTER)).toBe("accepted");
  });

  test("[BRD-112] after a discard everything follows the version in force, and old revisions stay old", () => {
    const begun = applyChange(NONE, purpose("Theirs", 0), by);
    const discarded = applyDiscard(begun, by);
    expect(toDraftSections(discarded, CONTENT)).toEqual(SECTIONS);
    expect(assessChange(discarded, purpose("Mine", 1), CHARTER)).toBe("changed_meanwhile");
    expect(assessChange(discarded, purpose("Mine", 2), CHARTER)).toBe("accepted");
  });

  test("[BRD-112] an untouched section that a new version changed is changed meanwhile for whoever saw the old one", () => {
    const next = { version: 2, content: { ...CONTENT, purpose: "Amended" }, earlier: new Map([[1, CONTENT]]) };
    expect(assessChange(NONE, purpose("Mine", 0), next)).toBe("changed_meanwhile");
    expect(assessChange(NONE, months("6", 0), next)).toBe("accepted");
  });
});
