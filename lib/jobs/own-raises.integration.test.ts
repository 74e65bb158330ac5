// What the product raises by itself, from the event that a room published to the item in the chair's queue.
import { describe, expect, test } from "vitest";
import { raiseOverdueReviews } from "../governance/escalations/operations/raise-overdue-reviews.ts";
import { raiseOwn } from "../governance/escalations/operations/raise-own.ts";
import { changeSettings } from "../governance/identity/operations/change-settings.ts";
import { remindActions } from "../governance/meetings/operations/remind-actions.ts";
import { executeProposal } from "../governance/voting/operations/execute-proposal.ts";
import { recuseMember } from "../governance/voting/operations/recuse-member.ts";
import { invoke } from "../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../testing/attention-world.ts";
import { openVote } from "../testing/builders.ts";
import { actsOfChair } from "../testing/chair-stage.ts";
import { allSayYes, closeAtDeadline, propose, trust } from "../testing/trust-weighted.ts";
import { ROUND_TASKS, TOPICS } from "./handlers.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { rows, read, standing } = actsOnAttention(() => stage);
const { suspend } = actsOfChair(() => stage);

/** Everything that was published so far, to whoever raises of it; as the queue may, twice. */
async function deliver(): Promise<void> {
  const { organizationId } = stage.world;
  const messages = await rows<{ topic: string; payload: Record<string, never>; request_id: string }>(
    "SELECT topic, payload, request_id FROM outbox WHERE organization_id = $1 ORDER BY id",
  );
  for (const { topic, payload, request_id: requestId } of [...messages, ...messages]) {
    const listener = TOPICS[topic]?.find(({ name }) => name === raiseOwn.name);
    await listener?.handle({ organizationId, payload, requestId, isLastAttempt: false } as never);
  }
}

async function runTask(name: string): Promise<void> {
  const task = ROUND_TASKS.find((each) => each.name === name);
  if (task === undefined) throw new Error(`The round has no ${name}`);
  await task.run(stage.world.organizationId);
}

async function raised() {
  const items = await Promise.all((await standing()).map(({ reference }) => read(reference)));
  return items.map(({ title, category, severity, model, occurrences, raisedBy }) => ({
    ...{ title, category, severity, occurrences, raisedBy, model: model?.reference ?? null },
  }));
}

describe("the product raises by itself, once", () => {
  test("[ESC-114] a decision of the chair that nobody ratified", async () => {
    const { world, database } = stage;
    const { proposal } = await suspend(world.model);
    await closeAtDeadline(database, world, proposal);
    await deliver();
    expect((await raised()).filter(({ category }) => category === "reversed_decision")).toEqual([
      {
        ...{ title: expect.stringMatching(/^The board did not ratify: /u), category: "reversed_decision" },
        ...{ severity: "high", occurrences: 1, raisedBy: null, model: world.model },
      },
    ]);
  });

  test("[ESC-114] a decision that could not be carried out", async () => {
    const { world, database } = stage;
    const voters = [await trust(database, world.chair, "core"), await trust(database, world.technical, "trusted")];
    const change = { key: "voting.defaultHours", oldValue: 72, newValue: 96 };
    const { reference } = await propose(voters[1] ?? world.technical, "configuration", change);
    await allSayYes(reference, voters);
    await invoke(changeSettings, { actor: world.admin, input: { settings: { "voting.defaultHours": 48 } } });
    await closeAtDeadline(database, world, reference);
    await deliver();
    expect(await raised()).toMatchObject([
      { title: "Decided but not carried out: For all members", category: "failed_execution", severity: "high" },
    ]);
    // Another attempt that fails is another occasion, however often each is told of.
    await invoke(executeProposal, { actor: world.chair, input: { reference } });
    await deliver();
    await deliver();
    expect((await raised()).map(({ occurrences }) => occurrences)).toEqual([2]);
  });

  test("[ESC-114] a vote that can no longer reach its quorum, and one that ended without", async () => {
    const { world, database } = stage;
    const hopeless = await openVote(world);
    for (const actor of world.voters.slice(1, 5)) {
      const input = { reference: hopeless.reference, reason: "A close friend works on it" };
      await invoke(recuseMember, { actor, input });
    }
    const silent = await openVote(world);
    await closeAtDeadline(database, world, silent.reference);
    await deliver();
    expect(
      (await raised()).map(({ title, severity, model }) => [title.split(":", 1)[0], severity, model]).toSorted(),
    ).toEqual([
      ["Can no longer reach its quorum", "high", hopeless.model],
      ["Ended without a quorum", "medium", silent.model],
    ]);
  });

  test("[ESC-114] [MTG-133] overdue follow-ups and model reviews, in the morning round", async () => {
    await rows(
      `INSERT INTO action_items (organization_id, reference, title, due_at, source_kind, source_reference)
       VALUES ($1, 'AI-7K3M9Q2A', 'Write the runbook', '2026-11-19Z', 'condition', 'DEC-1')`,
    );
    await rows("UPDATE models SET next_review_at = '2026-11-19T09:00:00Z' WHERE organization_id = $1");
    for (const _twice of [1, 2]) {
      await runTask(remindActions.name);
      await runTask(raiseOverdueReviews.name);
      await deliver();
    }
    expect((await raised()).map(({ category, occurrences }) => [category, occurrences]).toSorted()).toEqual([
      ["overdue_action", 1],
      ["overdue_review", 1],
    ]);
  });
});
