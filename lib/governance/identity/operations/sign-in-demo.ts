// Opens a session for a person of a demo organisation without a password (ORG-115). The door offers it in demo mode only;
// here the organisation itself must be a demo, whatever the door says.
import { defineOperation } from "../../../db/operation.ts";
import { DemoSignInInput, SignInAnswer } from "../schema.ts";
import { findMembership, loadOrganization, requireId } from "../store.ts";
import { openSession, refuseSignIn } from "./sign-in.ts";

export const signInDemo = defineOperation({
  name: "identity.sign_in_demo",
  summary: "Open a session as a person of the demo organisation",
  permission: "public",
  effect: "write",
  input: DemoSignInInput,
  output: SignInAnswer,
  async run({ input, now, tx }) {
    const { isDemo } = await loadOrganization(tx);
    const membership = await findMembership(tx, requireId("person", input.personId));
    const typed = { person: input.personId, ...input.caller };
    if (!isDemo || membership === null) {
      const cause = isDemo ? "not_a_member" : "not_a_demo";
      return refuseSignIn(tx, { method: "demo", cause, userId: membership?.userId ?? null, typed });
    }
    return openSession(tx, now, { userId: membership.userId, method: "demo", caller: input.caller });
  },
});
