// Answers "what exactly was raised, and about what?" (ESC-3, intake): one item per raise, its subjects found, its title in the
// form in which titles are compared. What names a venture or model that is not there is refused by name, never guessed.
import { MILLISECONDS_PER_DAY } from "../kernel/calendar.ts";
import { normalizeName } from "../kernel/text.ts";
import { toCents } from "../portfolio/money.ts";
import { type Item, kept, type ModelSubject, type VentureSubject } from "./item.ts";
import type { RaiseInput } from "./schema.ts";
import { SEVERITIES } from "./severity-scale.ts";
import { matchTrigger } from "./trigger.ts";

const MINUTES_PER_HOUR = 60;

export type Raised = {
  readonly index: number;
  /** Fresh; used if the raise becomes an item of its own. */
  readonly reference: string;
  readonly raise: RaiseInput;
};

export type Subjects = {
  readonly ventures: ReadonlyMap<string, VentureSubject>;
  readonly models: ReadonlyMap<string, ModelSubject>;
};

export type Refused = {
  readonly index: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

/** Everything after this stage has its subjects. */
export function takeIn(
  raised: readonly Raised[],
  { subjects, at }: { readonly subjects: Subjects; readonly at: Date },
): { readonly kept: readonly Item[]; readonly refused: readonly Refused[] } {
  const refused = raised.flatMap((each) => findUnknown(each, subjects));
  const out = new Set(refused.map(({ index }) => index));
  return {
    kept: raised.filter(({ index }) => !out.has(index)).map((each) => toItem(each, subjects, at)),
    refused,
  };
}

function findUnknown({ index, raise }: Raised, { ventures, models }: Subjects): Refused[] {
  const { ventureRef, modelRef } = raise;
  const missing = (path: string, what: string, reference: string) => ({
    ...{ index, path, code: `unknown_${what}` },
    message: `There is no ${what} \`${reference}\` in this organisation`,
  });
  return [
    ...(ventureRef === undefined || ventures.has(ventureRef) ? [] : [missing("ventureRef", "venture", ventureRef)]),
    ...(modelRef === undefined || models.has(modelRef) ? [] : [missing("modelRef", "model", modelRef)]),
  ];
}

function toItem({ index, reference, raise }: Raised, { ventures, models }: Subjects, at: Date): Item {
  const venture = ventures.get(raise.ventureRef ?? "") ?? null;
  const { title, description, deadlineHours, financialImpactUsd } = raise;
  const { channel, notifies, respondWithinHours } = SEVERITIES.low;
  return {
    ...{ reference, at, raise, venture },
    indexes: [index],
    said: [{ title, description }],
    model: models.get(raise.modelRef ?? "") ?? null,
    category: raise.category ?? null,
    trigger: raise.trigger ?? matchTrigger(title),
    stage: raise.stage ?? venture?.stage ?? null,
    impactCents: financialImpactUsd === undefined ? null : toCents(financialImpactUsd),
    // Whole minutes, rounded down: a deadline that is short of four hours stays short of them.
    deadlineMinutes: deadlineHours === undefined ? null : Math.floor(deadlineHours * MINUTES_PER_HOUR),
    titleKey: normalizeName(title),
    fingerprint: "",
    occurrences: 1,
    // The mildest of everything, until its stage has spoken.
    ...{ severity: "low", score: 0, parts: [], claim: null, wanted: channel, channel, isOverBudget: false, spent: [] },
    respondBy: new Date(at.getTime() + (respondWithinHours / 24) * MILLISECONDS_PER_DAY),
    ...{ audiences: notifies, place: "queued", heldBy: null, collectAt: null, deliverAt: null, notice: null },
    marks: [kept("intake", "escalations.taken_in")],
  };
}
