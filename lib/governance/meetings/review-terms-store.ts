// Reads by when a review of escalations is due and whose it is (MTG-132), the same for one and for several.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse } from "./refusals.ts";
import { isActiveMember } from "./store.ts";

type Asked = { readonly dueAt: string; readonly assignee?: string | undefined };
export type ReviewTerms = { readonly dueAt: Date; readonly assigneeUserId: string | null };

/** Whoever dates it without naming somebody has it. Refuses a date that has passed, and whoever is no active member. */
export async function settleReviewTerms(
  tx: UnitOfWork,
  asked: Asked,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<ReviewTerms> {
  const dueAt = new Date(asked.dueAt);
  if (dueAt <= at) throw refuse("meetings.date_passed", { dueAt: asked.dueAt });
  const assigneeUserId = asked.assignee ?? by;
  if (assigneeUserId !== by && assigneeUserId !== null && !(await isActiveMember(tx, assigneeUserId))) {
    throw refuse("meetings.unknown_assignee", {});
  }
  return { dueAt, assigneeUserId };
}
