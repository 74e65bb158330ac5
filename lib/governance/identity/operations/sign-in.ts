// Opens a session for an e-mail and a password (ORG-4, ORG-103, ORG-105). A refusal is an answer here, so that it is
// recorded; unknown e-mail, wrong password and ended membership cost the same and answer the same.

import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { addHours } from "../../kernel/calendar.ts";
import { createSession, findUserByEmail, markInvitationsAccepted } from "../access-store.ts";
import { type IdentityEvent, personSubject, type SignInRefusalCause } from "../events.ts";
import {
  type Caller,
  type OpenedSession,
  type SignInAnswer,
  SignInAnswer as SignInAnswerSchema,
  SignInInput,
  type SignInMethod,
} from "../schema.ts";
import { findMembership, isPassword, lockMembership, readSetting } from "../store.ts";

const NOBODY = "00000000-0000-0000-0000-000000000000";

export const signIn = defineOperation({
  name: "identity.sign_in",
  summary: "Open a session with e-mail and password",
  permission: "public",
  effect: "write",
  input: SignInInput,
  output: SignInAnswerSchema,
  async run({ input, now, tx }) {
    const user = await findUserByEmail(tx, input.email.trim());
    const isRight = await isPassword(input.password, user?.passwordHash ?? null);
    const membership = await findMembership(tx, user?.userId ?? NOBODY);
    const cause = toCause(user !== null, isRight, membership !== null && membership.endedAt === null);
    const typed = { email: input.email, ...input.caller };
    if (cause !== null || user === null) {
      return refuseSignIn(tx, {
        method: "password",
        cause: cause ?? "unknown_email",
        userId: user?.userId ?? null,
        typed,
      });
    }
    return openSession(tx, now, { userId: user.userId, method: "password", caller: input.caller });
  },
});

function toCause(isKnown: boolean, isRight: boolean, isMember: boolean): SignInRefusalCause | null {
  if (!isKnown) return "unknown_email";
  if (!isRight) return "wrong_password";
  return isMember ? null : "not_a_member";
}

/** Records the refusal; what was typed is personal. */
export async function refuseSignIn(
  tx: UnitOfWork,
  refused: {
    method: SignInMethod;
    cause: SignInRefusalCause;
    userId: string | null;
    typed: Readonly<Record<string, string>>;
  },
): Promise<SignInAnswer> {
  await tx.record({
    action: "identity.sign_in_refused",
    subject: refused.userId === null ? { type: "sign_in", reference: "unknown" } : personSubject(refused.userId),
    details: { method: refused.method, cause: refused.cause },
    personal: refused.typed,
    outcome: "failed",
  } satisfies IdentityEvent);
  return { outcome: "refused" };
}

/** The session of somebody who has proved who they are; their membership is locked, so that it cannot end meanwhile. */
export async function openSession(
  tx: UnitOfWork,
  now: () => Promise<Date>,
  proven: { userId: string; method: SignInMethod; caller: Caller },
): Promise<SignInAnswer> {
  const { userId, method, caller } = proven;
  const membership = await lockMembership(tx, userId);
  if (membership.endedAt !== null) return refuseSignIn(tx, { method, cause: "not_a_member", userId, typed: caller });
  const hours = await readSetting(tx, "identity.sessionHours");
  const at = await now();
  const expiresAt = addHours(at, hours);
  const sessionId = await createSession(tx, { userId, at, expiresAt, ...caller });
  await markInvitationsAccepted(tx, userId, at);
  await tx.record({
    action: "identity.signed_in",
    subject: personSubject(userId),
    details: { method, session: sessionId },
    personal: caller,
  } satisfies IdentityEvent);
  const session: OpenedSession = { sessionId, organizationId: tx.organizationId, expiresAt: expiresAt.toISOString() };
  return { outcome: "signed_in", session };
}
