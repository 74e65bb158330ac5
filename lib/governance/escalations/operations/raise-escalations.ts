import { defineStatementOperation } from "../../../db/operation.ts";
import { toAnswers, toBatchEvent } from "../answer.ts";
import { readBatch } from "../batch-input.ts";
import { takeInRaises } from "../intake-store.ts";
import { RaiseBatchInput } from "../schema.ts";
import { BatchAnswer } from "../view.ts";

export const raiseEscalations = defineStatementOperation({
  name: "escalations.raise_escalations",
  summary: "Raise up to 1,000 items at once; what cannot be accepted is named by its index",
  permission: "escalations.raise",
  effect: "write",
  timeoutMs: 60_000,
  checksItsTexts: true,
  input: RaiseBatchInput,
  output: BatchAnswer,
  async run({ input, actor, tx }) {
    const read = readBatch(input.items);
    const raised = read.raises.map((each) => ({ ...each, reference: tx.reference("escalation") }));
    const raisedBy = actor.kind === "person" ? actor.userId : null;
    const { items, refused: unknown } = await takeInRaises(tx, {
      ...{ raised, raisedBy },
      toEvent: (taken) =>
        taken.items.length === 0
          ? null
          : toBatchEvent(taken.items, { raised: input.items.length, organizationId: tx.organizationId }),
    });
    const refused = [
      ...read.refused,
      ...[...Map.groupBy(unknown, ({ index }) => index)].map(([index, errors]) => ({
        index,
        errors: errors.map(({ path, code, message }) => ({ path, code, message })),
      })),
    ].sort((a, b) => a.index - b.index);
    const answers = toAnswers(items);
    const accepted = answers.length;
    const created = items.filter(({ claim }) => claim?.isNew === true).length;
    return { accepted, created, merged: accepted - created, items: answers, refused };
  },
});
