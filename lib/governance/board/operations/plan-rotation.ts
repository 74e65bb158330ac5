import { defineOperation } from "../../../db/operation.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { findPlanProblems } from "../rotation-plan.ts";
import { loadRotationPlans, lockMembersAmong, saveRotationPlan } from "../rotation-store.ts";
import { PlanRotationInput, RoleRotationView, toRotationView } from "../rotation-view.ts";
import { loadCharterInForce, loadSeats, loadTimeZone, lockBoard } from "../store.ts";

export const planRotation = defineOperation({
  name: "board.plan_rotation",
  summary: "Name who could follow in a seat, the most likely one first",
  permission: "board.rotation.plan",
  effect: "write",
  input: PlanRotationInput,
  output: RoleRotationView,
  async run({ input: { role, revision, candidates }, actor, now, tx }) {
    await lockBoard(tx);
    const userIds = candidates.map(({ userId }) => userId);
    const members = await lockMembersAmong(tx, userIds);
    const seats = await loadSeats(tx);
    const before = (await loadRotationPlans(tx)).find((plan) => plan.role === role);
    const at = await now();

    const current = before?.revision ?? 0;
    if (revision !== current) throw refuse("board.rotation_changed_meanwhile", { role, revision: current });
    const problems = findPlanProblems({ role, userIds }, { seats, members, at });
    const [first] = problems;
    if (first !== undefined) {
      const errors = problems.map(({ index, ...error }) => ({ path: `candidates.${index}.userId`, ...error }));
      throw refuse("board.candidate_refused", { role, cause: first.message }, errors);
    }

    const wanted = JSON.stringify(candidates.map(({ userId, note }) => [userId, note]));
    const isSame = wanted === JSON.stringify(before?.candidates.map(({ userId, note }) => [userId, note]) ?? []);
    if (!isSame) {
      await saveRotationPlan(tx, {
        role,
        revision: current + 1,
        plannedAt: at,
        plannedBy: toPlanner(actor),
        candidates,
      });
    }
    const { content } = await loadCharterInForce(tx, at);
    const view = toRotationView({
      at,
      timeZone: await loadTimeZone(tx),
      seats,
      plans: await loadRotationPlans(tx),
      requiredRoles: content.membership.requiredRoles,
    }).roles.find((each) => each.role === role);
    if (view === undefined) throw new Error(`No seat is called ${role}`);
    if (isSame) {
      tx.unchanged();
      return view;
    }
    await tx.record({
      action: "board.rotation_planned",
      subject: { type: "board_role", reference: role },
      details: {
        role,
        revision: current + 1,
        before: before?.candidates.map(({ userId }) => userId) ?? [],
        after: userIds,
      },
      personal: { notes: candidates.map(({ note }) => note) },
    } satisfies BoardEvent & AuditEvent);
    return view;
  },
});

/** A plan is somebody's judgement about people. */
function toPlanner(actor: Actor): string {
  if (actor.kind !== "person") throw refuseInKernel("kernel.sign_in_required", {});
  return actor.userId;
}
