import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { AdvisoryEvent } from "../events.ts";
import { Provider, SettleAdviceInput } from "../schema.ts";
import { settleAdvice as putBeside } from "../store.ts";

export const settleAdvice = defineOperation({
  name: "advisory.settle_advice",
  summary: "Put the decision beside the advice that was there when it was made",
  permission: "system.run",
  effect: "write",
  input: SettleAdviceInput,
  output: z.strictObject({ settled: z.array(Provider) }),
  async run({ input, tx }) {
    const { proposalReference: proposal, decisionReference: decision, outcome } = input;
    const settled = await putBeside(tx, { proposal, decision, outcome, at: new Date(input.decidedAt) });
    if (settled.length === 0) {
      tx.unchanged();
      return { settled };
    }
    await tx.record({
      action: "advisory.advice_settled",
      subject: { type: "proposal", reference: proposal },
      details: { decision, outcome, providers: settled },
    } satisfies AdvisoryEvent);
    return { settled };
  },
});
