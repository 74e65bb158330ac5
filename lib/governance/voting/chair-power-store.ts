// Answers "may this chair decide that alone, now?" (VOT-11, VOT-124, VOT-140), as the refusal that says why not. The model
// and the board are held by whoever acts on the answer.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { loadCharterInForce } from "../board/store.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { StoredModel } from "../registry/store.ts";
import { loadBoardUserIds } from "./electorate-store.ts";
import { refuse } from "./refusals.ts";
import type { ChairDecisionKind } from "./schema.ts";
import { isConflicted } from "./transition-actor-store.ts";

export type ChairPower = {
  readonly kind: ChairDecisionKind;
  /** What it would be about or concern; null for none. */
  readonly model: StoredModel | null;
  readonly chairUserId: string;
  readonly at: Date;
};

/** null when the chair may. */
export async function findChairObjection(tx: UnitOfWork, power: ChairPower): Promise<Refusal | null> {
  const { kind, model, chairUserId, at } = power;
  const { authority } = (await loadCharterInForce(tx, at)).content.decisionRights[kind];
  if (authority !== "chair_ratify") return refuse("voting.not_for_the_chair_alone", { kind, authority });
  // The seat may have ended since the door looked.
  if (!(await loadBoardUserIds(tx, at, "chair")).includes(chairUserId)) return refuse("voting.not_in_the_chair", {});
  if (model === null || !(await isConflicted(tx, model.id, chairUserId))) return null;
  return refuse("voting.chair_conflicted", { subject: model.reference });
}
