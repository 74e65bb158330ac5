import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { addHours } from "../../kernel/calendar.ts";
import { digestOf } from "../../kernel/digest.ts";
import { toPersonId } from "../../notifications/person.ts";
import type { EscalationsEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { CreateSilenceInput } from "../silence.ts";
import { findUnknownSubject, insertSilence } from "../silence-store.ts";

export const createSilence = defineOperation({
  name: "escalations.create_silence",
  summary: "Hold what matches until an end, with a reason; nothing is lost, and all of it comes back",
  permission: "escalations.triage",
  effect: "write",
  input: CreateSilenceInput,
  output: z.strictObject({ reference: z.string(), endsAt: z.iso.datetime() }),
  async run({ input: { matcher, reason, endsInHours }, actor, now, tx }) {
    const createdBy = toPersonId(actor);
    const unknown = await findUnknownSubject(tx, matcher);
    if (unknown !== null) {
      const [what, subject] = unknown;
      throw refuse("escalations.unknown_subject", { what, reference: subject });
    }
    const at = await now();
    const endsAt = addHours(at, endsInHours);
    const reference = await insertSilence(tx, { matcher, reason, startsAt: at, endsAt, createdBy });
    await tx.record({
      action: "escalations.silence_created",
      subject: { type: "silence", reference },
      details: { matcherDigest: digestOf(matcher), endsAt: endsAt.toISOString() },
      personal: { reason },
    } satisfies EscalationsEvent & { personal: object });
    return { reference, endsAt: endsAt.toISOString() };
  },
});
