// A password that is replaced or guessed at (ORG-116, ORG-128, ORG-129).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findKeyActor, findSessionActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { signInWithPassword } from "../../server/sign-in.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, arrange, makeOrganization, PASSWORD } from "../../testing/identity-world.ts";
import type { AnonymousActor, PersonActor } from "../kernel/actor.ts";
import { acceptInvitation } from "./operations/accept-invitation.ts";
import { changePassword } from "./operations/change-password.ts";
import { createKey } from "./operations/create-key.ts";
import { invitePerson } from "./operations/invite-person.ts";
import { renewInvitation } from "./operations/renew-invitation.ts";
import { createMembership } from "./store.ts";

let database: TestDatabase;
let organizationId: string;
let admin: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  organizationId = await makeOrganization();
  admin = await addPerson(organizationId, { name: "Ada Admin", grantedRoles: ["admin"] });
});

const caller = { address: "", userAgent: "" };
const stranger = (): AnonymousActor => ({ kind: "anonymous", organizationId, address: "" });

async function sessionIn(organization: string, email: string): Promise<string> {
  const answer = await signInWithPassword({ email, password: PASSWORD, caller, organizationId: organization });
  if (answer.outcome !== "signed_in") throw new Error(answer.outcome);
  return answer.session.sessionId;
}

async function noticesOf(userId: string): Promise<string[]> {
  const rows = await database.query<{ kind: string }>("SELECT kind FROM notifications WHERE user_id = $1 ORDER BY id", [
    userId,
  ]);
  return rows.map((row) => row.kind);
}

describe("a link that replaces a password", () => {
  test("[ORG-128] the person is told when it is given and when it is used, which revokes their keys", async () => {
    const chair = await addPerson(organizationId, { name: "Cleo Chair", seat: "chair" });
    const { key } = await invoke(createKey, { actor: chair, input: { name: "Script", scopes: ["identity.self"] } });
    const { token } = await invoke(renewInvitation, { actor: admin, input: { personId: chair.userId } });
    expect(await noticesOf(chair.userId)).toEqual(["identity.password_link_given"]);
    expect(await findKeyActor(key)).not.toBeNull();
    await invoke(acceptInvitation, { actor: stranger(), input: { token, password: "chosen by whom?" } });
    expect(await noticesOf(chair.userId)).toEqual(["identity.password_link_given", "identity.password_replaced"]);
    expect(await findKeyActor(key)).toBeNull();
  });

  test("[ORG-128] a first password replaces nothing: nobody is told", async () => {
    const input = { name: "Ina Vited", email: `ina-${organizationId}@example.org`, grantedRoles: ["auditor" as const] };
    const { personId } = await invoke(invitePerson, { actor: admin, input });
    const { token } = await invoke(renewInvitation, { actor: admin, input: { personId } });
    await invoke(acceptInvitation, { actor: stranger(), input: { token, password: "chosen by myself" } });
    expect(await noticesOf(personId)).toEqual([]);
  });
});

describe("changing the own password", () => {
  const newPassword = "another good password";

  test("[ORG-116] ends the sessions in every organisation of the person, and nobody else's", async () => {
    const person = await addPerson(organizationId);
    const other = await addPerson(organizationId);
    const elsewhere = await makeOrganization();
    await arrange(elsewhere, (tx) => createMembership(tx, { userId: person.userId, grantedRoles: ["auditor"] }));
    const here = await sessionIn(organizationId, person.email);
    const there = await sessionIn(elsewhere, person.email);
    const others = await sessionIn(organizationId, other.email);
    const actor = await findSessionActor(here);
    if (actor === null) throw new Error("not signed in");
    const answer = await invoke(changePassword, { actor, input: { currentPassword: PASSWORD, newPassword } });
    expect(answer.ended).toBe(1);
    expect(await findSessionActor(there)).toBeNull();
    expect(await findSessionActor(here)).not.toBeNull();
    expect(await findSessionActor(others)).not.toBeNull();
  });

  test("[ORG-129] a wrong current password is recorded as failed; the eleventh is refused unjudged, also the right one", async () => {
    const actor = await addPerson(organizationId);
    const attempt = (currentPassword: string) =>
      invoke(changePassword, { actor, input: { currentPassword, newPassword } }).catch((error) => error.code);
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt("not it at all")));
    expect(answers.filter((code) => code === "identity.wrong_password")).toHaveLength(10);
    expect(answers.filter((code) => code === "kernel.throttled")).toHaveLength(2);
    expect(await attempt(PASSWORD)).toBe("kernel.throttled");
    const entries = await database.query<{ outcome: string }>(
      "SELECT outcome FROM audit_entries WHERE organization_id = $1 AND action = 'identity.password_refused'",
      [organizationId],
    );
    expect(entries.map((entry) => entry.outcome)).toEqual(Array(10).fill("failed"));
  });

  test("[ORG-129] what succeeds, or is refused for another reason, does not count", async () => {
    const actor = await addPerson(organizationId);
    const attempt = (currentPassword: string, next: string) =>
      invoke(changePassword, { actor, input: { currentPassword, newPassword: next } }).catch((error) => error.code);
    for (let n = 0; n < 6; n += 1) {
      expect(await attempt(PASSWORD, newPassword)).toMatchObject({ ended: 0 });
      expect(await attempt(newPassword, PASSWORD)).toMatchObject({ ended: 0 });
    }
  });
});
