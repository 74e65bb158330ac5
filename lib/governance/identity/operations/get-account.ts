// Reads one's own account: profile, how one is notified, and the sessions that are open (ORG-105).
import { defineOperation } from "../../../db/operation.ts";
import { findUserByEmail, loadLiveSessions } from "../access-store.ts";
import { requirePerson } from "../refusals.ts";
import { Account, Nothing } from "../schema.ts";
import { loadOrganization } from "../store.ts";

export const getAccount = defineOperation({
  name: "identity.get_account",
  summary: "Read one's own account and open sessions",
  permission: "identity.self",
  effect: "read",
  input: Nothing,
  output: Account,
  async run({ actor, now, tx }) {
    const { userId, name, email, roles, trustLevel, sessionId } = requirePerson(actor);
    const at = await now();
    const user = await findUserByEmail(tx, email);
    const { digestHour, quietFromHour, quietUntilHour } = await tx.db.membership.findFirstOrThrow({
      where: { userId },
    });
    const sessions = await loadLiveSessions(tx, userId, at);
    return {
      id: userId,
      name,
      email,
      roles: [...roles],
      trustLevel,
      hasPassword: user !== null && user.passwordHash !== null,
      digestHour,
      quietFromHour,
      quietUntilHour,
      organization: await loadOrganization(tx),
      sessions: sessions.map(({ id, address, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
        id,
        isCurrent: id === sessionId,
        address,
        userAgent,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  },
});
