// Ends the session with which this is asked (ORG-105). Public, because leaving must be possible in quarantine (ORG-118)
// and twice.
import { defineOperation } from "../../../db/operation.ts";
import { endSessions } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { Nothing } from "../schema.ts";

export const signOut = defineOperation({
  name: "identity.sign_out",
  summary: "End the session in use",
  permission: "public",
  effect: "write",
  input: Nothing,
  output: Nothing,
  async run({ actor, now, tx }) {
    const session = actor.kind === "person" ? actor.sessionId : null;
    if (actor.kind !== "person" || session === null) {
      tx.unchanged();
      return {};
    }
    const ended = await endSessions(tx, { userId: actor.userId, only: session, at: await now() });
    if (ended === 0) tx.unchanged();
    else {
      await tx.record({
        action: "identity.signed_out",
        subject: personSubject(actor.userId),
        details: { session },
      } satisfies IdentityEvent);
    }
    return {};
  },
});
