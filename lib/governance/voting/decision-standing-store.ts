// Reads and writes of what standing a chair's decision has (VOT-11). The partial unique index on the subject judges two
// decisions at once: the second waits for the first and then finds it.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { ChairDecisionKind, DecisionStanding } from "./schema.ts";

export type Provisional = {
  readonly reference: string;
  readonly title: string;
  /** null only inside the transaction that decides it. */
  readonly ratification: { readonly reference: string; readonly deadlineAt: Date | null } | null;
};

/** The decision on this subject that still awaits its ratification. */
export async function findProvisional(tx: UnitOfWork, subject: string): Promise<Provisional | null> {
  return tx.db.decision.findFirst({
    where: { subject, standing: "provisional" },
    select: { reference: true, title: true, ratification: { select: { reference: true, deadlineAt: true } } },
  });
}

export type NewProvisional = {
  readonly reference: string;
  readonly kind: ChairDecisionKind;
  readonly subject: string;
  readonly title: string;
  readonly rationale: string;
  readonly why: string;
  readonly modelId: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

/** False when another decision on the subject is provisional, also one that was being taken at the same time. */
export async function insertProvisional(tx: UnitOfWork, decision: NewProvisional): Promise<boolean> {
  const data = { ...decision, standing: "provisional" satisfies DecisionStanding, outcome: "approved", conditions: [] };
  const { count } = await tx.db.decision.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export async function nameRatification(tx: UnitOfWork, reference: string, ratificationId: string): Promise<void> {
  await tx.db.decision.updateMany({ where: { reference }, data: { ratificationId } });
}

/** Provisional ends once: the vote's row is locked by whoever ends it, and nothing else settles a decision. */
export async function settleDecision(
  tx: UnitOfWork,
  reference: string,
  standing: Exclude<DecisionStanding, "provisional">,
): Promise<void> {
  const { count } = await tx.db.decision.updateMany({
    where: { reference, standing: "provisional" },
    data: { standing },
  });
  if (count !== 1) throw new Error(`The decision ${reference} was not provisional when it was settled`);
}
