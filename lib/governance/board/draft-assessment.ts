// Answers "is this draft a charter, and if not, what stands in the way where?" (BRD-9, BRD-111, BRD-113). Fractions and
// numbers are read exactly as typed; nothing is rounded, completed or left out in silence.
import type { z } from "zod";
import type { Fraction } from "../kernel/fraction.ts";
import { formatFraction } from "../kernel/fraction.ts";
import { findMisplaced, findOutOfReach } from "./board-meaning.ts";
import { CharterContent } from "./charter.ts";
import { CharterSection, type CharterSections, type DraftProblem, mapRecord } from "./charter-draft.ts";
import type { QuorumDemand } from "./decision-right.ts";
import { readFractionEntry } from "./fraction-entry.ts";

export type DraftAssessment = {
  /** null while something stands in the way. */
  readonly content: CharterContent | null;
  readonly problems: readonly DraftProblem[];
};

/** `votingMembers`: seats of the board today that vote; rules nobody there could meet are named. */
export function assessDraft(
  sections: CharterSections,
  board: { readonly organization: string; readonly votingMembers: number },
): DraftAssessment {
  const problems: DraftProblem[] = [];
  const reader = toReader(problems);
  const typed = { organization: board.organization, ...readSections(sections, reader) };
  const parsed = CharterContent.safeParse(typed);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const problem = toProblem(issue);
      if (!problems.some((known) => isSamePlace(known, problem))) problems.push(problem);
    }
    return { content: null, problems };
  }
  problems.push(...findMisplaced(parsed.data), ...findOutOfReach(parsed.data, board.votingMembers));
  return { content: problems.length === 0 ? parsed.data : null, problems };
}

/** The rules alone, as far as they can be read; null while they cannot. */
export function readRules(sections: CharterSections): Pick<CharterContent, "decisionRights" | "quorum"> | null {
  const { decisionRights, quorum } = readSections(sections, toReader([]));
  const parsed = CharterContent.pick({ decisionRights: true, quorum: true }).safeParse({ decisionRights, quorum });
  return parsed.success ? parsed.data : null;
}

type Reader = {
  readonly fraction: (section: CharterSection, path: string, typed: string) => Fraction;
  readonly whole: (section: CharterSection, path: string, typed: string) => number;
};

/** Stands in for what could not be read, so that the other places are judged in the same go. */
const PLACEHOLDER: Fraction = { numerator: 1, denominator: 2 };

function toReader(problems: DraftProblem[]): Reader {
  return {
    fraction: (section, path, typed) => {
      const entry = readFractionEntry(typed);
      if (entry.outcome === "fraction") return entry.fraction;
      const isAsked = entry.outcome === "asked";
      const candidates = isAsked ? entry.candidates.map(formatFraction) : [];
      const code = isAsked ? "fraction_asked" : entry.code;
      problems.push({ section, path, code, message: entry.message, candidates });
      return PLACEHOLDER;
    },
    whole: (section, path, typed) => {
      if (/^\d{1,6}$/u.test(typed.trim())) return Number(typed.trim());
      const message = typed.trim() === "" ? "Enter a whole number" : `\`${typed.trim()}\` is not a whole number`;
      problems.push({ section, path, code: "not_whole", message, candidates: [] });
      return 2;
    },
  };
}

function readSections(sections: CharterSections, { fraction, whole }: Reader) {
  return {
    ...sections,
    scope: withoutBlanks(sections.scope),
    authority: withoutBlanks(sections.authority),
    membership: { ...sections.membership, rules: withoutBlanks(sections.membership.rules) },
    decisionRights: mapRecord(sections.decisionRights, (right, kind) => {
      const { authority, comparison, base, escalates } = right;
      const threshold = fraction("decisionRights", `${kind}.threshold`, right.threshold);
      const ratio = () => fraction("decisionRights", `${kind}.quorumRatio`, right.quorumRatio);
      const quorum: QuorumDemand =
        right.quorumSource === "own" ? { source: "own", ratio: ratio() } : { source: right.quorumSource };
      return { authority, threshold: { ...threshold, comparison, base }, quorum, escalates };
    }),
    quorum: {
      ratio: fraction("quorum", "ratio", sections.quorum.ratio),
      base: sections.quorum.base,
      minimumNonRecused: whole("quorum", "minimumNonRecused", sections.quorum.minimumNonRecused),
    },
    escalationPaths: mapRecord(sections.escalationPaths, ({ respondWithinHours, steps }, severity) => ({
      respondWithinHours: whole("escalationPaths", `${severity}.respondWithinHours`, respondWithinHours),
      steps,
    })),
    reviewEveryMonths: whole("reviewEveryMonths", "", sections.reviewEveryMonths),
  };
}

/** A line left empty while typing is no line. */
const withoutBlanks = (lines: readonly string[]) => lines.filter((line) => line.trim() !== "");

function toProblem(issue: z.core.$ZodIssue): DraftProblem {
  const [first, ...rest] = issue.path.map(String);
  const section = CharterSection.parse(first);
  const path = rest
    .join(".")
    .replace(/\.(numerator|denominator)$/u, "")
    .replace(/\.quorum\.ratio$/u, ".quorumRatio");
  const message = MESSAGES[issue.code]?.(issue) ?? issue.message;
  return { section, path, code: issue.code, message, candidates: [] };
}

const MESSAGES: Readonly<Record<string, (issue: z.core.$ZodIssue) => string>> = {
  too_small: (issue) =>
    issue.code !== "too_small" ? "" : issue.origin === "array" ? "At least one is needed" : `At least ${issue.minimum}`,
  too_big: (issue) =>
    issue.code !== "too_big" ? "" : issue.origin === "array" ? `At most ${issue.maximum}` : `At most ${issue.maximum}`,
  invalid_format: () => "The name needs letters of the Latin alphabet",
};

function isSamePlace(one: DraftProblem, other: DraftProblem): boolean {
  return one.section === other.section && one.path === other.path;
}
