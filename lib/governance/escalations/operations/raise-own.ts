import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { toAnswer, toRaisedEvent } from "../answer.ts";
import { takeInRaises } from "../intake-store.ts";
import { OWN_RAISES, OwnPayload } from "../own-raise.ts";
import { findActionFacts, findProposalFacts, takeOccasions } from "../own-store.ts";

export const raiseOwn = defineOperation({
  name: "escalations.raise_own",
  summary: "Raise what the product itself noticed, each occasion once",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({ topic: z.string(), payload: OwnPayload }),
  output: z.strictObject({ reference: z.string().nullable() }),
  async run({ input: { topic, payload }, now, tx }) {
    const { proposalReference, actionReference } = payload;
    const facts = {
      proposal: proposalReference == null ? null : await findProposalFacts(tx, proposalReference),
      action: actionReference == null ? null : await findActionFacts(tx, actionReference),
    };
    const own = OWN_RAISES[topic]?.(payload, facts, tx.requestId) ?? null;
    const at = await now();
    const reference = tx.reference("escalation");
    const taken = own === null ? new Set() : await takeOccasions(tx, [{ sourceKey: own.occasion, reference }], at);
    if (own === null || taken.size === 0) {
      tx.unchanged();
      return { reference: null };
    }
    const { items } = await takeInRaises(tx, {
      raised: [{ index: 0, reference, raise: own.raise }],
      raisedBy: null,
      toEvent: ({ items: [item] }) => (item === undefined ? null : toRaisedEvent(item)),
    });
    const [item] = items;
    if (item === undefined) throw new Error(`${own.occasion} names a subject that is not there`);
    return { reference: toAnswer(item).reference };
  },
});
