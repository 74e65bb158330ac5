// Ends one of one's own sessions at once (ORG-105).
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { endSessions } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { requirePerson } from "../refusals.ts";
import { EndedSessions, SessionInput } from "../schema.ts";
import { requireId } from "../store.ts";

export const endSession = defineOperation({
  name: "identity.end_session",
  summary: "End one of one's own sessions",
  permission: "identity.self",
  effect: "write",
  input: SessionInput,
  output: EndedSessions,
  async run({ input, actor, now, tx }) {
    const { userId } = requirePerson(actor);
    const only = requireId("session", input.sessionId);
    const ended = await endSessions(tx, { userId, only, at: await now() });
    if (ended === 0) throw refuse("kernel.not_found", { subject: "open session", reference: input.sessionId });
    await tx.record({
      action: "identity.sessions_ended",
      subject: personSubject(userId),
      details: { ended, cause: "own_choice" },
    } satisfies IdentityEvent);
    return { ended };
  },
});
