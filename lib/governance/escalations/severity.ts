// Answers "how severe is this, and what makes it so?" (ESC-1, ESC-2): points from facts, the severity that was given, and the
// trigger that was named; the highest holds, and every part is kept to be shown. The charter's path of the severity says how
// many hours there are to respond (ESC-8), for items that will wait, too.
import type { EscalationPath } from "../board/charter.ts";
import { addHours } from "../kernel/calendar.ts";
import type { Reason } from "../kernel/verdict.ts";
import { type Item, kept, type Sorted, withMark } from "./item.ts";
import { type Category, NeverAutonomous, type Severity, type Trigger } from "./schema.ts";
import { higherOf, SEVERITIES } from "./severity-scale.ts";
import { TRIGGERS } from "./trigger.ts";

export type SeverityFacts = {
  readonly given: Severity | null;
  readonly trigger: Trigger | null;
  readonly impactCents: number | null;
  readonly deadlineMinutes: number | null;
  readonly stage: number | null;
  readonly category: Category | null;
  readonly keyStages: readonly number[];
};

export type SeverityPart = Reason<
  | "escalations.money_at_stake"
  | "escalations.deadline_near"
  | "escalations.key_stage"
  | "escalations.never_autonomous"
  | "escalations.severity_given"
  | "escalations.trigger_matched"
>;

export type AssessedSeverity = {
  readonly severity: Severity;
  readonly computed: Severity;
  readonly score: number;
  readonly parts: readonly SeverityPart[];
};

/** Points for more than so many cents, most first. */
const MONEY: readonly (readonly [number, number])[] = [
  [100_000, 3],
  [10_000, 2],
  [0, 1],
];
/** Points for less than so many minutes, most first. */
const DEADLINE: readonly (readonly [number, number])[] = [
  [4 * 60, 3],
  [24 * 60, 2],
  [72 * 60, 1],
];
const STAGE_POINTS = 2;
const NEVER_AUTONOMOUS_POINTS = 5;

export function toComputed(score: number): Severity {
  if (score >= 8) return "critical";
  if (score >= 5) return "high";
  return score >= 3 ? "medium" : "low";
}

export function assessSeverity(facts: SeverityFacts): AssessedSeverity {
  const scored = [...scoreMoney(facts), ...scoreDeadline(facts), ...scoreStage(facts), ...scoreCategory(facts)];
  const score = scored.reduce((sum, { facts: { points } }) => sum + Number(points), 0);
  const computed = toComputed(score);
  const { given, trigger } = facts;
  const named: SeverityPart[] = [
    ...(given === null ? [] : [{ code: "escalations.severity_given" as const, facts: { severity: given } }]),
    ...(trigger === null
      ? []
      : [{ code: "escalations.trigger_matched" as const, facts: { trigger, severity: TRIGGERS[trigger].severity } }]),
  ];
  const severity = named.reduce<Severity>(
    (highest, part) => higherOf(highest, part.facts.severity as Severity),
    computed,
  );
  return { severity, computed, score, parts: [...scored, ...named] };
}

function scoreMoney({ impactCents: cents }: SeverityFacts): SeverityPart[] {
  const step = cents === null ? undefined : MONEY.find(([above]) => cents > above);
  if (step === undefined) return [];
  return [{ code: "escalations.money_at_stake", facts: { points: step[1], cents, above: step[0] } }];
}

function scoreDeadline({ deadlineMinutes: minutes }: SeverityFacts): SeverityPart[] {
  const step = minutes === null ? undefined : DEADLINE.find(([below]) => minutes < below);
  if (step === undefined) return [];
  return [{ code: "escalations.deadline_near", facts: { points: step[1], minutes, below: step[0] } }];
}

function scoreStage({ stage, keyStages }: SeverityFacts): SeverityPart[] {
  if (stage === null || !keyStages.includes(stage)) return [];
  return [{ code: "escalations.key_stage", facts: { points: STAGE_POINTS, stage } }];
}

function scoreCategory({ category }: SeverityFacts): SeverityPart[] {
  if (!NeverAutonomous.safeParse(category).success) return [];
  return [{ code: "escalations.never_autonomous", facts: { points: NEVER_AUTONOMOUS_POINTS, category } }];
}

type RateGround = {
  readonly at: Date;
  readonly rules: { readonly keyStages: readonly number[] };
  readonly paths: Readonly<Record<Severity, Pick<EscalationPath, "respondWithinHours">>>;
};

/** Keeps every item: nothing is too mild to be taken. */
export function rate(items: readonly Item[], { at, rules, paths }: RateGround): Sorted {
  const rated = items.map((item) => {
    const { trigger, impactCents, deadlineMinutes, stage, category } = item;
    const given = item.raise.severity ?? null;
    const facts = { given, trigger, impactCents, deadlineMinutes, stage, category, keyStages: rules.keyStages };
    const { severity, score, parts, computed } = assessSeverity(facts);
    const wanted = SEVERITIES[severity].channel;
    const respondBy = addHours(at, paths[severity].respondWithinHours);
    const mark = kept("severity", "escalations.severity_assessed", { severity, computed, score });
    return withMark({ ...item, severity, score, parts, wanted, channel: wanted, respondBy }, mark);
  });
  return { kept: rated, held: [] };
}
