// Answers "who is told what in this sweep?" (ESC-8, ESC-108): every step that has come due, each item's in order; more than
// three of a kind to the same people are told in one notice.

import type { EscalationPath } from "../board/charter.ts";
import { type People, resolveAudiences } from "./audience.ts";
import { toLetters } from "./notices.ts";
import { type DueStep, dueSteps, nextStepAt, type PathFacts } from "./path.ts";
import type { Severity } from "./schema.ts";

export type DueItem = PathFacts & {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly severity: Severity;
  readonly charterVersion: number;
  readonly assigneeUserId: string | null;
  readonly ownerUserId: string | null;
  readonly leadUserId: string | null;
};

export type StepState = {
  readonly id: string;
  readonly pathStep: number;
  readonly isReminded: boolean;
  readonly nextStepAt: Date | null;
};

export type TakenStep = { readonly item: DueItem; readonly step: DueStep; readonly userIds: readonly string[] };
export type Letter = { readonly taken: readonly TakenStep[]; readonly userIds: readonly string[] };

export type StepPlan = { readonly letters: readonly Letter[]; readonly states: readonly StepState[] };

export function planSteps(
  items: readonly DueItem[],
  pathOf: (item: DueItem) => Pick<EscalationPath, "steps">,
  people: People,
  at: Date,
): StepPlan {
  const taken = items.flatMap((item) =>
    dueSteps(item, pathOf(item), at).map((step) => ({ item, step, userIds: peopleOf(step, item, people) })),
  );
  const letters = toLetters(taken, likenessOf).map((each) => ({ taken: each, userIds: each[0]?.userIds ?? [] }));
  return { letters, states: items.map((item) => stateAfter(item, taken, pathOf(item))) };
}

const likenessOf = ({ item, step, userIds }: TakenStep) =>
  [step.kind, step.step, step.isLate, item.severity === "critical", userIds.join(" ")].join("|");

/** Whoever answers for it is told with the audience of the step. */
function peopleOf({ audiences }: DueStep, item: DueItem, people: People): readonly string[] {
  const found = resolveAudiences(audiences, people, item);
  const { assigneeUserId } = item;
  return [...new Set(assigneeUserId === null ? found : [...found, assigneeUserId])].sort();
}

function stateAfter(item: DueItem, taken: readonly TakenStep[], path: Pick<EscalationPath, "steps">): StepState {
  const own = taken.filter((each) => each.item.id === item.id).map(({ step }) => step);
  const pathStep = Math.max(item.pathStep, ...own.map(({ step }) => step));
  const isReminded = item.isReminded || own.some(({ kind }) => kind === "half_time");
  return { id: item.id, pathStep, isReminded, nextStepAt: nextStepAt({ ...item, pathStep, isReminded }, path) };
}
