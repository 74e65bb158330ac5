// Ends every session of one's own but the one in use (ORG-105).
import { defineOperation } from "../../../db/operation.ts";
import { endSessions } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { requirePerson } from "../refusals.ts";
import { EndedSessions, Nothing } from "../schema.ts";

export const endOtherSessions = defineOperation({
  name: "identity.end_other_sessions",
  summary: "End all of one's own sessions but the one in use",
  permission: "identity.self",
  effect: "write",
  input: Nothing,
  output: EndedSessions,
  async run({ actor, now, tx }) {
    const { userId, sessionId } = requirePerson(actor);
    const ended = await endSessions(tx, { userId, except: sessionId, at: await now() });
    if (ended === 0) tx.unchanged();
    else {
      await tx.record({
        action: "identity.sessions_ended",
        subject: personSubject(userId),
        details: { ended, cause: "own_choice" },
      } satisfies IdentityEvent);
    }
    return { ended };
  },
});
