// Changes one's own password; the old one is needed and every other session ends, in every organisation
// that the password opens (ORG-101, ORG-116).
import { defineOperation } from "../../../db/operation.ts";
import { endSessions, endSessionsElsewhere, findUserByEmail } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { refuse, requirePerson } from "../refusals.ts";
import { ChangePasswordInput, EndedSessions } from "../schema.ts";
import { hashPassword, isPassword, lockMembership, setPasswordHash } from "../store.ts";

export const changePassword = defineOperation({
  name: "identity.change_password",
  summary: "Change one's own password; other sessions end",
  permission: "identity.self",
  effect: "write",
  guess: { code: "identity.wrong_password", allowed: 10 },
  input: ChangePasswordInput,
  output: EndedSessions,
  async run({ input, actor, now, tx }) {
    const { userId, email, sessionId } = requirePerson(actor);
    await lockMembership(tx, userId);
    const user = await findUserByEmail(tx, email);
    if (user === null || user.passwordHash === null) throw refuse("identity.no_password", {});
    if (!(await isPassword(input.currentPassword, user.passwordHash))) {
      const message = "This is not your current password";
      throw refuse("identity.wrong_password", {}, [{ path: "currentPassword", code: "wrong", message }]);
    }
    await setPasswordHash(tx, userId, await hashPassword(input.newPassword));
    const ended = await endSessions(tx, { userId, except: sessionId, at: await now() });
    const elsewhere = await endSessionsElsewhere(tx, userId);
    // What happens in another organisation is no business of this one's record.
    await tx.record({
      action: "identity.password_changed",
      subject: personSubject(userId),
      details: { sessionsEnded: ended },
    } satisfies IdentityEvent);
    return { ended: ended + elsewhere };
  },
});
