// Opens a session for somebody whom the identity provider vouches for (ORG-119): an address that the provider has not
// verified proves nothing, and whoever is not a member stays outside.
import { defineOperation } from "../../../db/operation.ts";
import { findUserByEmail } from "../access-store.ts";
import { ProviderSignInInput, SignInAnswer } from "../schema.ts";
import { findMembership } from "../store.ts";
import { openSession, refuseSignIn } from "./sign-in.ts";

export const signInWithProvider = defineOperation({
  name: "identity.sign_in_with_provider",
  summary: "Open a session for a person verified by the identity provider",
  permission: "public",
  effect: "write",
  input: ProviderSignInInput,
  output: SignInAnswer,
  async run({ input, now, tx }) {
    const user = await findUserByEmail(tx, input.email.trim());
    const membership = user === null ? null : await findMembership(tx, user.userId);
    if (!input.isVerified || user === null || membership === null || membership.endedAt !== null) {
      const typed = { email: input.email, issuer: input.issuer, ...input.caller };
      const cause = !input.isVerified ? "unverified_email" : user === null ? "unknown_email" : "not_a_member";
      return refuseSignIn(tx, { method: "provider", cause, userId: user?.userId ?? null, typed });
    }
    return openSession(tx, now, { userId: user.userId, method: "provider", caller: input.caller });
  },
});
