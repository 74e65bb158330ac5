import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { notify } from "../../notifications/store.ts";
import type { EscalationsEvent } from "../events.ts";
import { loadPaths } from "../ground-store.ts";
import { insertNotices, sourceKeyOf } from "../notice-store.ts";
import { stepTaken } from "../notices.ts";
import { lockDueItems, saveSteps } from "../path-store.ts";
import { loadPeople } from "../people-store.ts";
import { type Letter, planSteps } from "../step-plan.ts";

const MOST = 500;

export const takeSteps = defineOperation({
  name: "escalations.take_steps",
  summary: "Remind of what is unanswered at half time, and raise what is overdue one step along its path",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.int(), notices: z.int() }),
  async run({ now, tx }) {
    const items = await lockDueItems(tx, await now(), MOST);
    const at = await now();
    if (items.length === 0) {
      tx.unchanged();
      return { items: 0, notices: 0 };
    }
    const paths = await loadPaths(
      tx,
      items.map(({ charterVersion }) => charterVersion),
    );
    const { letters, states } = planSteps(
      items,
      ({ charterVersion, severity, reference }) => {
        const path = paths.get(charterVersion)?.[severity];
        if (path === undefined) throw new Error(`The charter of ${reference} is missing`);
        return path;
      },
      await loadPeople(tx),
      at,
    );
    for (const letter of letters) await send(tx, letter, at);
    await saveSteps(tx, states);
    const taken = letters.flatMap((letter) => letter.taken);
    const of = (kind: string) => [
      ...new Set(taken.filter(({ step }) => step.kind === kind).map(({ item }) => item.reference)),
    ];
    if (taken.length === 0) tx.unchanged();
    else {
      await tx.record({
        action: "escalations.steps_taken",
        subject: { type: "organization", reference: tx.organizationId },
        details: {
          reminded: of("half_time"),
          escalated: of("step"),
          late: taken.filter(({ step }) => step.isLate).length,
        },
      } satisfies EscalationsEvent);
    }
    return { items: items.length, notices: letters.length };
  },
});

async function send(tx: UnitOfWork, { taken, userIds }: Letter, at: Date): Promise<void> {
  const [first] = taken;
  if (first === undefined) return;
  const notices = taken.map(({ item, step }) => ({
    ...{ escalationId: item.id, kind: step.kind, severity: item.severity, step: step.step, audiences: step.audiences },
    ...{ userIds, dueAt: step.dueAt, isLate: step.isLate },
  }));
  const [sample] = notices;
  const sourceKey = sample === undefined ? "" : sourceKeyOf(sample);
  await insertNotices(
    tx,
    notices.map((notice) => ({ ...notice, sourceKey })),
    at,
  );
  const urgency = first.item.severity === "critical" ? ("critical" as const) : ("normal" as const);
  const words = stepTaken(
    first.step,
    taken.map(({ item }) => item),
  );
  await notify(tx, { ...words, userIds, urgency, sourceKey });
}
