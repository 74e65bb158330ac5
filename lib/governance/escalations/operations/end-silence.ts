import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import type { EscalationsEvent } from "../events.ts";
import { freeHeld } from "../item-store.ts";
import { refuse } from "../refusals.ts";
import { EndSilenceInput } from "../silence.ts";
import { lockSilence, saveEnded } from "../silence-store.ts";

export const endSilence = defineOperation({
  name: "escalations.end_silence",
  summary: "End a silence before its time; what it held comes back",
  permission: "escalations.triage",
  effect: "write",
  input: EndSilenceInput,
  output: z.strictObject({ reference: z.string(), released: z.int() }),
  async run({ input, actor, now, tx }) {
    const by = toPersonId(actor);
    const { id, reference, endsAt } = await lockSilence(tx, input.reference);
    const at = await now();
    if (endsAt <= at) throw refuse("escalations.silence_over", { silence: reference });
    await saveEnded(tx, id, { at, by, reason: input.reason });
    const released = await freeHeld(tx, [reference], at);
    await tx.record({
      action: "escalations.silence_ended",
      subject: { type: "silence", reference },
      details: { held: released },
      personal: { reason: input.reason },
    } satisfies EscalationsEvent & { personal: object });
    return { reference, released };
  },
});
