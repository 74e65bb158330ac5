import { defineOperation } from "../../../db/operation.ts";
import { toAnswers } from "../answer.ts";
import { readBatch } from "../batch-input.ts";
import type { EscalationsEvent } from "../events.ts";
import { takeInRaises } from "../intake-store.ts";
import { RaiseBatchInput } from "../schema.ts";
import { BatchAnswer } from "../view.ts";

export const raiseEscalations = defineOperation({
  name: "escalations.raise_escalations",
  summary: "Raise up to 1,000 items at once; what cannot be accepted is named by its index",
  permission: "escalations.raise",
  effect: "write",
  timeoutMs: 60_000,
  checksItsTexts: true,
  input: RaiseBatchInput,
  output: BatchAnswer,
  async run({ input, actor, now, tx }) {
    const read = readBatch(input.items);
    const raised = read.raises.map((each) => ({ ...each, reference: tx.reference("escalation") }));
    const raisedBy = actor.kind === "person" ? actor.userId : null;
    const { items, refused: unknown } = await takeInRaises(tx, { raised, raisedBy, at: await now() });
    const refused = [
      ...read.refused,
      ...[...Map.groupBy(unknown, ({ index }) => index)].map(([index, errors]) => ({
        index,
        errors: errors.map(({ path, code, message }) => ({ path, code, message })),
      })),
    ].sort((a, b) => a.index - b.index);
    const answers = toAnswers(items);
    const created = items.flatMap(({ claim }) => (claim?.isNew === true ? [claim.reference] : []));
    const joined = items.flatMap(({ claim }) => (claim?.isNew === false ? [claim.reference] : []));
    const accepted = answers.length;
    if (accepted === 0) tx.unchanged();
    else {
      await tx.record({
        action: "escalations.batch_raised",
        subject: { type: "organization", reference: tx.organizationId },
        details: { raised: input.items.length, accepted, refused: refused.length, created, joined },
      } satisfies EscalationsEvent);
    }
    return { accepted, created: created.length, merged: accepted - created.length, items: answers, refused };
  },
});
