import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { AdvisoryEvent } from "../events.ts";
import { RecordAdviceInput } from "../schema.ts";
import { insertAdvice } from "../store.ts";

export const recordAdvice = defineOperation({
  name: "advisory.record_advice",
  summary: "Keep what an analyst said of a proposal",
  permission: "system.run",
  effect: "write",
  input: RecordAdviceInput,
  output: z.strictObject({ isNew: z.boolean() }),
  async run({ input, now, tx }) {
    const { proposalReference, advice } = input;
    const isNew = await insertAdvice(tx, proposalReference, advice, await now());
    if (!isNew) {
      tx.unchanged();
      return { isNew };
    }
    const { provider, model, promptVersion, inputsDigest, error } = advice;
    await tx.record({
      action: "advisory.advice_recorded",
      subject: { type: "proposal", reference: proposalReference },
      details: { provider, model, promptVersion, inputsDigest, hasFailed: error !== null },
    } satisfies AdvisoryEvent);
    return { isNew };
  },
});
