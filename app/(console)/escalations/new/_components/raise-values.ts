// Answers "what was typed, as the server takes it?" What is empty is left out; what is no number travels as none, so that the
// server answers with the field and the remedy.
import type { z } from "zod";
import type { Category, RaiseInput, Severity, Trigger } from "@/lib/governance/escalations/schema";

export type RaiseValues = {
  readonly title: string;
  readonly description: string;
  readonly severity: Severity | "";
  readonly category: Category | "";
  readonly trigger: Trigger | "";
  readonly modelRef: string;
  readonly ventureRef: string;
  readonly money: string;
  readonly deadline: string;
};

export const NOTHING: RaiseValues = {
  ...{ title: "", description: "", severity: "", category: "", trigger: "" },
  ...{ modelRef: "", ventureRef: "", money: "", deadline: "" },
};

/** "1,200.50" as people write it. */
function toNumber(typed: string): number | undefined {
  const text = typed.replace(/[\s,$]/gu, "");
  if (text === "") return undefined;
  return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
}

export function toRaise(values: RaiseValues): z.input<typeof RaiseInput> {
  const { title, description, severity, category, trigger, modelRef, ventureRef, money, deadline } = values;
  const [financialImpactUsd, deadlineHours] = [toNumber(money), toNumber(deadline)];
  return {
    ...{ title, description },
    ...(severity === "" ? {} : { severity }),
    ...(category === "" ? {} : { category }),
    ...(trigger === "" ? {} : { trigger }),
    ...(modelRef === "" ? {} : { modelRef }),
    ...(ventureRef === "" ? {} : { ventureRef }),
    ...(financialImpactUsd === undefined ? {} : { financialImpactUsd }),
    ...(deadlineHours === undefined ? {} : { deadlineHours }),
  };
}
