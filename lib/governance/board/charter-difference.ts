// Answers "what would this draft change, side by side?" (BRD-9): section by section, line by line. Lines that say what they
// are about (a kind of decision, a severity, a principle) are paired by it; others by the longest run they share.
import { EscalationSeverity } from "./charter.ts";
import {
  CharterSection,
  type CharterSections,
  type DecisionRightDraft,
  type SectionDifference,
} from "./charter-draft.ts";
import { BoardDecisionKind } from "./decision-right.ts";

export type Line = { readonly key: string | null; readonly text: string };
type Row = SectionDifference["rows"][number];

export function compareCharters(before: CharterSections, after: CharterSections): SectionDifference[] {
  return CharterSection.options.map((section) => {
    const rows = compareLines(toLines(section, before), toLines(section, after));
    return { section, isChanged: rows.some((row) => row.kind !== "same"), rows };
  });
}

const words = (code: string) => code.replaceAll("_", " ");
const sentence = (code: string) => words(code).charAt(0).toUpperCase() + words(code).slice(1);
const keyed = (key: string, text: string): Line => ({ key, text });
const plain = (text: string): Line => ({ key: null, text });
const toParagraphs = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => plain(line.trim()));
const toItems = (items: readonly string[]) =>
  items.filter((item) => item.trim() !== "").map((item) => plain(item.trim()));

const LINES: { readonly [Section in CharterSection]: (value: CharterSections[Section]) => Line[] } = {
  purpose: toParagraphs,
  scope: toItems,
  authority: toItems,
  accountability: toParagraphs,
  decisionRights: (rights) => BoardDecisionKind.options.map((kind) => keyed(kind, describeRight(kind, rights[kind]))),
  membership: ({ requiredRoles, rules }) => [
    keyed("roles", `Required seats: ${requiredRoles.map(words).join(", ")}`),
    ...toItems(rules),
  ],
  quorum: ({ ratio, base, minimumNonRecused }) => [
    keyed(
      "ratio",
      `More than ${ratio} of ${base === "voting_seats" ? "the voting seats" : "those entitled after recusal"} take part`,
    ),
    keyed("least", `At least ${minimumNonRecused} members are not recused`),
  ],
  sealedBallots: (isSealed) => [keyed("ballots", isSealed ? "Ballots are sealed until the close" : "Ballots are open")],
  escalationPaths: (paths) =>
    EscalationSeverity.options.map((severity) => {
      const { respondWithinHours, steps } = paths[severity];
      const told = steps.map((step) => step.map(words).join(" and ")).join(", then ");
      return keyed(severity, `${sentence(severity)}: within ${respondWithinHours} hours; ${told}`);
    }),
  constitution: (principles) => principles.map(({ key, name, definition }) => keyed(key, `${name}: ${definition}`)),
  amendmentProcess: toParagraphs,
  reviewEveryMonths: (months) => [keyed("review", `Every ${months} months`)],
};

function toLines<Section extends CharterSection>(section: Section, sections: CharterSections): Line[] {
  return LINES[section](sections[section]);
}

function describeRight(kind: string, right: DecisionRightDraft): string {
  const share = `yes ${right.comparison === "at_least" ? "at least" : "more than"} ${right.threshold} of ${right.base === "yes_plus_no" ? "yes + no" : "all entitled"}`;
  const quorum = {
    charter: "quorum as for the board",
    own: `quorum more than ${right.quorumRatio}`,
    none: "no quorum",
  };
  const escalates = right.escalates ? "; escalates" : "";
  return `${sentence(kind)}: ${words(right.authority)}; ${share}; ${quorum[right.quorumSource]}${escalates}`;
}

/** Also for texts that other rooms keep in versions. */
export function compareLines(before: readonly Line[], after: readonly Line[]): Row[] {
  const table = toCommonLengths(before, after);
  const rows: Row[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const [one, other] = [before[left], after[right]];
    if (one !== undefined && other !== undefined && isSame(one, other)) {
      rows.push(one.text === other.text ? row("same", one.text, other.text) : row("changed", one.text, other.text));
      [left, right] = [left + 1, right + 1];
    } else if (
      one !== undefined &&
      (other === undefined || common(table, left + 1, right) >= common(table, left, right + 1))
    ) {
      rows.push(row("removed", one.text, null));
      left += 1;
    } else {
      rows.push(row("added", null, other?.text ?? ""));
      right += 1;
    }
  }
  return pairNeighbours(rows);
}

function isSame(one: Line, other: Line): boolean {
  return one.key === null ? other.key === null && one.text === other.text : one.key === other.key;
}

const row = (kind: Row["kind"], before: string | null, after: string | null): Row => ({ kind, before, after });
const common = (table: readonly (readonly number[])[], left: number, right: number) => table[left]?.[right] ?? 0;

/** Longest common run of what is left from each place on; at most 60 lines a side. */
function toCommonLengths(before: readonly Line[], after: readonly Line[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const [one, other] = [before[left], after[right]];
      const isCommon = one !== undefined && other !== undefined && isSame(one, other);
      const line = table[left] as number[];
      line[right] = isCommon
        ? common(table, left + 1, right + 1) + 1
        : Math.max(common(table, left + 1, right), common(table, left, right + 1));
    }
  }
  return table;
}

/** A run of lines gone and a run of lines come in its place stand beside each other. */
function pairNeighbours(rows: readonly Row[]): Row[] {
  const paired: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const removed = takeWhile(rows, at, "removed");
    const added = takeWhile(rows, at + removed.length, "added");
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [gone, come] = [removed[index], added[index]];
      if (gone !== undefined && come !== undefined) paired.push(row("changed", gone.before, come.after));
      else paired.push((gone ?? come) as Row);
    }
    at += removed.length + added.length;
    if (removed.length + added.length === 0) {
      paired.push(rows[at] as Row);
      at += 1;
    }
  }
  return paired;
}

function takeWhile(rows: readonly Row[], from: number, kind: Row["kind"]): readonly Row[] {
  let to = from;
  while (rows[to]?.kind === kind) to += 1;
  return rows.slice(from, to);
}
