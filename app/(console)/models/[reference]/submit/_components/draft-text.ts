// Answers "what of the typed scorecard can be saved, and what must be mended first?" The form holds text; what is no valid
// value yet is left out of what is saved and named at its field, so that one slip never stops the rest.
import { Condition, Criterion, DraftEntry, Evidence, Score, ScorecardDraft } from "@/lib/governance/registry/schema";
import type { ScorecardView } from "@/lib/governance/registry/scorecard-view";

export type EvidenceText = {
  readonly key: string;
  readonly kind: "link" | "text";
  readonly url: string;
  readonly label: string;
  readonly text: string;
};
export type EntryText = {
  readonly score: string;
  readonly justification: string;
  readonly evidence: readonly EvidenceText[];
};
export type ConditionText = { readonly key: string; readonly text: string; readonly days: string };
export type DraftText = {
  readonly scores: Readonly<Record<Criterion, EntryText>>;
  readonly conditions: readonly ConditionText[];
  readonly votingHours: string;
};

export type Draft = Pick<ScorecardDraft, "scores" | "conditions" | "votingHours">;
/** Message by field: `scores.documentation.score`, `scores.documentation.evidence.<key>`, `conditions.<key>`. */
export type FieldProblems = Readonly<Record<string, string>>;

export function toDraftText(view: Pick<ScorecardView, "scores" | "conditions" | "votingHours">): DraftText {
  const entries = Criterion.options.map((criterion): [Criterion, EntryText] => {
    const entry = view.scores[criterion];
    const evidence = (entry?.evidence ?? []).map(
      (item, at): EvidenceText => ({
        key: `${criterion}-${at}`,
        kind: item.kind,
        url: item.kind === "link" ? item.url : "",
        label: item.kind === "link" ? (item.label ?? "") : "",
        text: item.kind === "text" ? item.text : "",
      }),
    );
    const score = typeof entry?.score === "number" ? String(entry.score) : "";
    return [criterion, { score, justification: entry?.justification ?? "", evidence }];
  });
  return {
    scores: Object.fromEntries(entries) as Record<Criterion, EntryText>,
    conditions: view.conditions.map(({ text, dueInDays }, at) => ({
      key: `condition-${at}`,
      text,
      days: dueInDays === undefined ? "" : String(dueInDays),
    })),
    votingHours: view.votingHours === null ? "" : String(view.votingHours),
  };
}

type Problems = Record<string, string>;
type Parsed<Value> = { success: true; data: Value } | { success: false; error: { issues: { message: string }[] } };

/** The value, or undefined with the message put at the path. */
function take<Value>(parsed: Parsed<Value>, path: string, problems: Problems): Value | undefined {
  if (parsed.success) return parsed.data;
  problems[path] = parsed.error.issues[0]?.message ?? "This cannot be saved";
  return undefined;
}

/** "0,8" is 0.8; what is no number is NaN, which the schema names. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return undefined;
  return /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/iu.test(trimmed) ? Number(trimmed) : Number.NaN;
}

const isBlank = ({ url, label, text }: EvidenceText) => `${url}${label}${text}`.trim() === "";

function toEvidence({ kind, url, label, text }: EvidenceText): unknown {
  if (kind === "text") return { kind, text };
  return { kind, url: url.trim(), ...(label.trim() === "" ? {} : { label }) };
}

function toEntry(criterion: Criterion, typed: EntryText, problems: Problems): DraftEntry | undefined {
  const path = `scores.${criterion}`;
  const score = readNumber(typed.score);
  const saved = score === undefined ? undefined : take(Score.safeParse(score), `${path}.score`, problems);
  const justification =
    typed.justification.trim() === ""
      ? undefined
      : take(DraftEntry.shape.justification.safeParse(typed.justification), `${path}.justification`, problems);
  const evidence = typed.evidence
    .filter((item) => !isBlank(item))
    .flatMap((item) => take(Evidence.safeParse(toEvidence(item)), `${path}.evidence.${item.key}`, problems) ?? []);
  if (saved === undefined && justification === undefined && evidence.length === 0) return undefined;
  return {
    ...(saved === undefined ? {} : { score: saved }),
    ...(justification === undefined ? {} : { justification }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

/** What can be saved of the text, and what cannot yet. */
export function toDraft(typed: DraftText): { readonly draft: Draft; readonly problems: FieldProblems } {
  const problems: Problems = {};
  const scores: Partial<Record<Criterion, DraftEntry>> = {};
  for (const criterion of Criterion.options) {
    const entry = toEntry(criterion, typed.scores[criterion], problems);
    if (entry !== undefined) scores[criterion] = entry;
  }
  const conditions = typed.conditions
    .filter(({ text, days }) => `${text}${days}`.trim() !== "")
    .flatMap(({ key, text, days }) => {
      const dueInDays = readNumber(days);
      const parsed = Condition.safeParse({ text, ...(dueInDays === undefined ? {} : { dueInDays }) });
      return take(parsed, `conditions.${key}`, problems) ?? [];
    });
  const hours = readNumber(typed.votingHours);
  const votingHours =
    hours === undefined ? undefined : take(ScorecardDraft.shape.votingHours.safeParse(hours), "votingHours", problems);
  return { draft: { scores, conditions, ...(votingHours === undefined ? {} : { votingHours }) }, problems };
}

const GAPS: Readonly<Record<string, readonly [field: string, message: string]>> = {
  "registry.score_missing": ["score", "Give a score"],
  "registry.justification_missing": ["justification", "Write a justification"],
  "registry.evidence_missing": ["evidence", "Add at least one piece of evidence: a link or a text"],
};

/** What a submission still needs, at its fields. */
export function toGaps(completeness: ScorecardView["completeness"]): FieldProblems {
  return Object.fromEntries(
    completeness.reasons.flatMap(({ code, facts }) => {
      const gap = GAPS[code];
      return gap === undefined ? [] : [[`scores.${String(facts.criterion)}.${gap[0]}`, gap[1]]];
    }),
  );
}
