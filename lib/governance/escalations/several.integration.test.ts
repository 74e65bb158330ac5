// The same answer to several at once: one act, in which each item is judged by itself.
import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { openVote } from "../../testing/builders.ts";
import { answerOf } from "../../testing/registry-world.ts";
import type { Actor } from "../kernel/actor.ts";
import { listActions } from "../meetings/operations/list-actions.ts";
import { scheduleEscalationReview } from "../meetings/operations/schedule-escalation-review.ts";
import { scheduleEscalationReviews } from "../meetings/operations/schedule-escalation-reviews.ts";
import { acknowledgeEscalation } from "./operations/acknowledge-escalation.ts";
import { assignEscalations } from "./operations/assign-escalations.ts";
import { linkEscalations } from "./operations/link-escalations.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { resolveEscalations } from "./operations/resolve-escalations.ts";
import { undoAcknowledgement } from "./operations/undo-acknowledgement.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows, notices, sweepAt } = actsOnAttention(() => stage);

async function raiseThese(...items: object[]): Promise<string[]> {
  const { items: raised } = await raiseMany(items.map((item, index) => ({ title: `Matter ${index}`, ...item })));
  return raised.map(({ reference }) => reference);
}
const raiseSome = (count: number) => raiseThese(...Array.from({ length: count }, () => ({ severity: "medium" })));
const entries = async (action: string) =>
  (
    await rows<{ details: Record<string, unknown> }>(
      "SELECT leaf::jsonb -> 'details' AS details FROM audit_entries WHERE organization_id = $1 AND action = $2",
      action,
    )
  ).map(({ details }) => details);
const assign = (references: readonly string[], assignee: string, actor: Actor = stage.world.chair) =>
  invoke(assignEscalations, { actor, input: { references, assignee } });
const statusOf = async (reference: string) => {
  const { status, assignee } = await read(reference);
  return [status, assignee?.name];
};
const GONE = "ESC-00000000";

describe("assigning", () => {
  test("[ESC-161] open ones are in hand by it, others change hands, and what cannot be is named", async () => {
    const { chair, owner, risk, otherOwner } = stage.world;
    const [open = "", taken = "", resolved = ""] = await raiseSome(3);
    await invoke(acknowledgeEscalation, { actor: risk, input: { reference: taken } });
    await invoke(resolveEscalation, { actor: chair, input: { reference: resolved, resolution: "Done" } });
    const answer = await assign([open, taken, resolved, GONE], owner.userId);
    expect(answer.done.toSorted()).toEqual([open, taken].toSorted());
    expect(answer.left).toEqual([
      { reference: resolved, code: "escalations.already_resolved" },
      { reference: GONE, code: "kernel.not_found" },
    ]);
    expect([await statusOf(open), await statusOf(taken)]).toEqual([
      ["acknowledged", "Mira Owner"],
      ["acknowledged", "Mira Owner"],
    ]);
    expect(await entries("escalations.escalations_assigned")).toEqual([
      { escalations: answer.done, userId: owner.userId, from: { [taken]: risk.userId } },
    ]);
    for (const reference of [open, taken]) {
      const { timeline } = await read(reference);
      expect(timeline[0]).toMatchObject({ code: "escalations.escalations_assigned", by: { name: "Ada Chair" } });
    }
    expect(await answerOf(assign([open], otherOwner.userId, otherOwner))).toBe("done");
    expect((await statusOf(open))[1], "not theirs to give away").toBe("Mira Owner");
  });

  test("[ESC-161] nobody is chosen who is not there; the same once more changes and records nothing", async () => {
    const references = await raiseSome(2);
    const { owner } = stage.world;
    expect(await answerOf(assign(references, "00000000-0000-4000-8000-000000000000"))).toBe(
      "escalations.unknown_member",
    );
    await assign(references, owner.userId);
    expect((await assign(references, owner.userId)).done).toHaveLength(2);
    expect(await entries("escalations.escalations_assigned")).toHaveLength(1);
    expect(await notices("escalations.assigned")).toHaveLength(2);
  });

  test("[ESC-162] three are told one by one, four together, and who assigns to themselves is not told", async () => {
    const { chair, owner, risk } = stage.world;
    const told = async () => (await notices("escalations.assigned")).map(({ title, name }) => [name, title]);
    const references = await raiseSome(7);
    await assign(references.slice(0, 3), owner.userId);
    expect(await told()).toHaveLength(3);
    await assign(references.slice(3), risk.userId);
    expect((await told()).slice(3)).toEqual([["Rita Risk", "4 escalations are assigned to you"]]);
    await assign(references, chair.userId);
    expect(await told()).toHaveLength(4);
  });

  test("[ESC-117] [ESC-162] taken back, they wait again, their reminder is due, and the assignee is told", async () => {
    const { chair, owner } = stage.world;
    const references = await raiseSome(2);
    await assign(references, owner.userId);
    await stage.database.setClock({ at: "2026-11-20T09:04:59.000Z" });
    const { done } = await invoke(undoAcknowledgement, { actor: chair, input: { references } });
    expect(done).toHaveLength(2);
    expect(await statusOf(references[0] ?? "")).toEqual(["open", undefined]);
    expect((await notices("escalations.assignment%")).map(({ title, name }) => [name, title])).toEqual([
      ["Mira Owner", "2 escalations are no longer assigned to you"],
    ]);
    const { timeline } = await read(references[0] ?? "");
    expect(timeline.map(({ code }) => code).slice(0, 2)).toEqual([
      "escalations.acknowledgement_undone",
      "escalations.escalations_assigned",
    ]);
    await sweepAt("2026-11-21T20:00:00.000Z");
    expect((await read(references[0] ?? "")).told.map(({ kind }) => kind)).toContain("half_time");
  });
});

describe("resolving", () => {
  test("[ESC-161] [ESC-9] those that need their review are left, the rest is resolved with one text", async () => {
    const { chair, model } = stage.world;
    const [low = "", medium = "", high = "", critical = ""] = await raiseThese(
      { severity: "low" },
      { severity: "medium", modelRef: model },
      { severity: "high" },
      { severity: "critical" },
    );
    await stage.database.setClock({ at: "2026-11-23T09:00:00.000Z" });
    const answer = await invoke(resolveEscalations, {
      actor: chair,
      input: { references: [low, medium, high, critical], resolution: "The exporter is repaired" },
    });
    expect(answer.done.toSorted()).toEqual([low, medium].toSorted());
    expect(answer.left.map(({ code }) => code)).toEqual(["escalations.review_required", "escalations.review_required"]);
    expect((await read(medium)).resolved).toMatchObject({
      resolution: "The exporter is repaired",
      by: { name: "Ada Chair" },
    });
    expect(await entries("escalations.escalations_resolved")).toEqual([
      { escalations: answer.done, late: [medium], released: 0 },
    ]);
    expect((await raise({ title: "Matter 0" })).merged, "a new episode").toBe(false);
  });

  test("[ESC-161] none that may be: nothing is recorded, and a text is needed in any case", async () => {
    const { chair } = stage.world;
    const references = await raiseThese({ severity: "high" });
    const resolve = (resolution: string) =>
      invoke(resolveEscalations, { actor: chair, input: { references, resolution } });
    expect((await resolve("Done")).done).toEqual([]);
    expect(await entries("escalations.escalations_resolved")).toEqual([]);
    expect(await answerOf(resolve("   "))).toBe("kernel.invalid_input");
  });

  test("[ESC-113] [ESC-161] what a critical one held comes back when it is resolved with others", async () => {
    const { chair, model } = stage.world;
    const [critical = "", other = ""] = await raiseThese({ severity: "critical", modelRef: model }, {});
    const held = await raise({ title: "Smaller", severity: "low", modelRef: model });
    expect(held.place).toBe("held");
    await stage.database.query(
      `INSERT INTO incident_reviews (organization_id, escalation_id, content, digest, recorded_at, recorded_by)
       SELECT organization_id, id, '{}', repeat('0', 64), raised_at, $2 FROM escalations WHERE reference = $1`,
      [critical, chair.userId],
    );
    const input = { references: [critical, other], resolution: "Switched off" };
    expect((await invoke(resolveEscalations, { actor: chair, input })).done).toHaveLength(2);
    expect(await entries("escalations.escalations_resolved")).toMatchObject([{ released: 1 }]);
    await sweepAt("2026-11-20T09:10:00.000Z");
    expect((await read(held.reference)).place).not.toBe("held");
  });
});

describe("other answers to several", () => {
  test("[ESC-121] [ESC-161] linked to one proposal, each once", async () => {
    const { chair } = stage.world;
    const references = await raiseSome(2);
    const link = (proposal: string) => invoke(linkEscalations, { actor: chair, input: { references, proposal } });
    expect(await answerOf(link("PRP-00000000"))).toBe("escalations.unknown_proposal");
    const { reference: proposal } = await openVote(stage.world);
    await link(proposal);
    expect((await link(proposal)).done).toHaveLength(2);
    for (const reference of references) {
      const { status, links } = await read(reference);
      expect([status, links.map(({ reference: to }) => to)]).toEqual(["acknowledged", [proposal]]);
    }
    expect(await entries("escalations.escalations_linked")).toHaveLength(1);
  });

  test("[ESC-121] [ESC-161] [MTG-132] dated for review, each as a follow-up of its own, told in one notice", async () => {
    const { chair, owner } = stage.world;
    const references = await raiseSome(4);
    const [first = ""] = references;
    const review = { dueAt: "2026-12-01T09:00:00Z", note: "Look at the trend", assignee: owner.userId };
    await invoke(scheduleEscalationReview, { actor: chair, input: { reference: first, ...review } });
    const schedule = (changes: object = {}) =>
      invoke(scheduleEscalationReviews, {
        actor: chair,
        input: { references: [...references, GONE], ...review, ...changes },
      });
    expect(await answerOf(schedule({ dueAt: "2026-11-20T09:00:00Z" }))).toBe("meetings.date_passed");
    expect(await answerOf(schedule({ assignee: "00000000-0000-4000-8000-000000000000" }))).toBe(
      "meetings.unknown_assignee",
    );
    const answer = await schedule();
    expect([answer.done.length, answer.left]).toEqual([4, [{ reference: GONE, code: "kernel.not_found" }]]);
    const { items } = await invoke(listActions, { actor: chair, input: {} });
    expect(items.map(({ source, assignee }) => [source.reference, assignee?.name]).toSorted()).toEqual(
      [first, ...references].map((reference) => [reference, "Mira Owner"]).toSorted(),
    );
    expect((await read(first)).links).toHaveLength(2);
    expect((await notices("meetings.action_assigned")).map(({ title }) => title)).toEqual([
      "For you: Review: Matter 0",
      "For you: 4 follow-ups",
    ]);
  });
});
