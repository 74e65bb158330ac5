// Answers "who is told next, and when?" (ESC-8, ESC-104 to ESC-106): half the response time without an answer is a reminder,
// the deadline raises it one step along the charter's path, and every further half of the response time one step more, until
// the chair. A path that comes back to somebody it has told goes to the chair at once.
import type { EscalationAudience, EscalationPath } from "../board/charter.ts";
import type { EscalationStatus } from "./schema.ts";

type Step = readonly EscalationAudience[];
const CHAIR: Step = ["chair"];

/** The path without returns, ending at the chair whatever it says. */
export function toSteps({ steps }: Pick<EscalationPath, "steps">): readonly Step[] {
  const walked: Step[] = [];
  const told = new Set<EscalationAudience>();
  for (const step of steps) {
    if (step.every((audience) => told.has(audience))) break;
    for (const audience of step) told.add(audience);
    walked.push(step);
  }
  return walked.at(-1)?.includes("chair") ? walked : [...walked, CHAIR];
}

/** What overdue steps there are after the first notice; a path of one step tells its one once more. */
export function overdueSteps(path: Pick<EscalationPath, "steps">): readonly Step[] {
  const [first = CHAIR, ...rest] = toSteps(path);
  return rest.length > 0 ? rest : [first.includes("chair") ? first : CHAIR];
}

export type PathFacts = {
  readonly status: EscalationStatus;
  readonly severeSince: Date;
  readonly respondBy: Date;
  /** 0 after the first notice, n after the n-th overdue step. */
  readonly pathStep: number;
  readonly isReminded: boolean;
};

export type DueStep = {
  readonly kind: "half_time" | "step";
  /** 0 for the reminder, else the number of the overdue step. */
  readonly step: number;
  readonly audiences: Step;
  readonly dueAt: Date;
  readonly isLate: boolean;
};

/** More than a sweep or two behind: somebody was told late, and the record says so. */
export const LATE_AFTER_MS = 5 * 60_000;

export type PlannedStep = Omit<DueStep, "isLate">;

/**
 * Every notice of the path after the first, in order. One that became that severe after its deadline has no half time, and
 * nothing was due before it did: its steps count from then on.
 */
export function planPath(
  { severeSince, respondBy }: Pick<PathFacts, "severeSince" | "respondBy">,
  path: Pick<EscalationPath, "steps">,
): PlannedStep[] {
  const halfMs = Math.floor((respondBy.getTime() - severeSince.getTime()) / 2);
  const first = toSteps(path)[0] ?? CHAIR;
  const halfTime: PlannedStep[] =
    halfMs > 0
      ? [{ kind: "half_time", step: 0, audiences: first, dueAt: new Date(severeSince.getTime() + halfMs) }]
      : [];
  const from = Math.max(respondBy.getTime(), severeSince.getTime());
  const steps = overdueSteps(path).map((audiences, index): PlannedStep => {
    const dueAt = new Date(from + index * Math.max(halfMs, LATE_AFTER_MS));
    return { kind: "step", step: index + 1, audiences, dueAt };
  });
  return [...halfTime, ...steps];
}

/** What of it is still to come, soonest first. */
function stepsAhead(facts: PathFacts, path: Pick<EscalationPath, "steps">): PlannedStep[] {
  if (facts.status === "resolved") return [];
  const isToRemind = facts.status === "open" && !facts.isReminded && facts.pathStep === 0;
  return planPath(facts, path).filter(({ kind, step }) => (kind === "half_time" ? isToRemind : step > facts.pathStep));
}

/** What has come due, each once and in order; after a standstill several at once, marked late. */
export function dueSteps(facts: PathFacts, path: Pick<EscalationPath, "steps">, at: Date): DueStep[] {
  return stepsAhead(facts, path)
    .filter(({ dueAt }) => dueAt <= at)
    .map((step) => ({ ...step, isLate: at.getTime() - step.dueAt.getTime() > LATE_AFTER_MS }));
}

/** When the path has something to say next; null when it has nothing more to say. */
export function nextStepAt(facts: PathFacts, path: Pick<EscalationPath, "steps">): Date | null {
  return stepsAhead(facts, path)[0]?.dueAt ?? null;
}
