// Records that sign-in is being guessed at (ORG-104): once per window and key, so that guessing cannot flood the record.
import { defineOperation } from "../../../db/operation.ts";
import type { IdentityEvent } from "../events.ts";
import { Nothing, SignInThrottledInput } from "../schema.ts";

export const recordThrottledSignIn = defineOperation({
  name: "identity.record_throttled_sign_in",
  summary: "Record that an address or an e-mail has used up its attempts to sign in",
  permission: "system.run",
  effect: "write",
  input: SignInThrottledInput,
  output: Nothing,
  async run({ input, tx }) {
    await tx.record({
      action: "identity.sign_in_throttled",
      subject: { type: "sign_in", reference: input.by },
      details: { by: input.by },
      personal: { email: input.email, ...input.caller },
      outcome: "denied",
    } satisfies IdentityEvent);
    return {};
  },
});
