import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSessionActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { signInAsDemoPerson, signInByProvider, signInWithPassword } from "../../server/sign-in.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { withEnvironment } from "../../testing/environment.ts";
import { addPerson, arrange, makeOrganization, PASSWORD } from "../../testing/identity-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { changeAccount } from "./operations/change-account.ts";
import { changePassword } from "./operations/change-password.ts";
import { endMembership } from "./operations/end-membership.ts";
import { endOtherSessions } from "./operations/end-other-sessions.ts";
import { endSession } from "./operations/end-session.ts";
import { getAccount } from "./operations/get-account.ts";
import { listDemoPeople } from "./operations/list-demo-people.ts";
import { signInDemo } from "./operations/sign-in-demo.ts";
import { signOut } from "./operations/sign-out.ts";
import { saveMembership } from "./store.ts";

let database: TestDatabase;
let organizationId: string;
let admin: PersonActor;
let addresses = 0;

/** A caller of its own, so that one test's failures do not throttle the next. */
function newCaller() {
  addresses += 1;
  return { address: `192.0.2.${addresses}`, userAgent: "test browser" };
}

beforeAll(async () => {
  database = await startTestDatabase();
  organizationId = await makeOrganization();
  admin = await addPerson(organizationId, { grantedRoles: ["admin"] });
});
afterAll(() => database.stop());

async function lastEntry() {
  const [row] = await database.query<{
    action: string;
    outcome: string;
    leaf: string;
    personal: Record<string, string>;
  }>(
    "SELECT action, outcome, leaf, personal FROM audit_entries ORDER BY organization_id = $1 DESC, number DESC LIMIT 1",
    [organizationId],
  );
  return { ...row, details: JSON.parse(row?.leaf ?? "{}").details };
}

async function signedIn(email: string, password = PASSWORD): Promise<PersonActor> {
  const result = await signInWithPassword({ email, password, caller: newCaller() });
  if (result.outcome !== "signed_in") throw new Error(result.outcome);
  const actor = await findSessionActor(result.session.sessionId);
  if (actor === null) throw new Error("the session does not open");
  return actor;
}

describe("signing in", () => {
  test("[ORG-102] a password is kept as argon2id with 19 MiB, two passes, one lane", async () => {
    const person = await addPerson(organizationId);
    const [row] = await database.query<{ password_hash: string }>("SELECT password_hash FROM users WHERE id = $1", [
      person.userId,
    ]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  });

  test("[ORG-105] the right password opens a session that is looked up at each request", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    const actor = await signedIn(person.email.toUpperCase());
    expect(actor).toMatchObject({ userId: person.userId, organizationId, roles: ["auditor"], scopes: null });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: "identity.signed_in", outcome: "done" });
    expect(entry.details).toEqual({ method: "password", session: actor.sessionId });
  });

  const REFUSED = [
    { name: "an unknown e-mail", cause: "unknown_email", email: () => "nobody@example.org", password: PASSWORD },
    {
      name: "a wrong password",
      cause: "wrong_password",
      email: (known: string) => known,
      password: "not the password",
    },
    { name: "an empty password", cause: "wrong_password", email: (known: string) => known, password: "" },
    { name: "NUL and half a character", cause: "unknown_email", email: () => "a\u0000b\uD800", password: "\u0000" },
    {
      name: "100,000 characters",
      cause: "unknown_email",
      email: () => "x".repeat(100_000),
      password: "y".repeat(100_000),
    },
  ];
  test.each(REFUSED)(
    "[ORG-103] $name gets the one answer and is recorded as $cause",
    async ({ email, password, cause }) => {
      const person = await addPerson(organizationId);
      const result = await signInWithPassword({ email: email(person.email), password, caller: newCaller() });
      expect(result).toEqual({ outcome: "refused" });
      const entry = await lastEntry();
      expect(entry).toMatchObject({ action: "identity.sign_in_refused", outcome: "failed" });
      expect(entry.details).toEqual({ method: "password", cause });
      expect(entry.personal).toHaveProperty("email");
      expect(entry.leaf).not.toContain(person.email);
    },
  );

  test("[ORG-103] a person without a password cannot sign in with any", async () => {
    const person = await addPerson(organizationId, { password: null });
    const result = await signInWithPassword({ email: person.email, password: "", caller: newCaller() });
    expect(result).toEqual({ outcome: "refused" });
  });

  test("[ORG-104] the eleventh failure of an e-mail within five minutes is refused unjudged; recorded once", async () => {
    const person = await addPerson(organizationId);
    const results = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      results.push(await signInWithPassword({ email: person.email, password: "wrong", caller: newCaller() }));
    }
    expect(results.slice(0, 10).every((result) => result.outcome === "refused")).toBe(true);
    expect(results.slice(10).map((result) => result.outcome)).toEqual(["throttled", "throttled"]);
    const right = await signInWithPassword({ email: person.email, password: PASSWORD, caller: newCaller() });
    expect(right).toMatchObject({ outcome: "throttled", retryAfterSeconds: expect.any(Number) });
    const recorded = await database.query(
      "SELECT personal FROM audit_entries WHERE action = 'identity.sign_in_throttled' AND personal->>'email' = $1",
      [person.email],
    );
    expect(recorded).toHaveLength(1);
  });

  test("[ORG-104] thirty at once do not slip through before the first has failed", async () => {
    const person = await addPerson(organizationId);
    const caller = newCaller();
    const results = await Promise.all(
      Array.from({ length: 30 }, () => signInWithPassword({ email: person.email, password: "wrong", caller })),
    );
    expect(results.filter((result) => result.outcome === "refused")).toHaveLength(10);
  });

  test("[ORG-104] successes do not count", async () => {
    const person = await addPerson(organizationId);
    for (let attempt = 0; attempt < 11; attempt += 1) await signedIn(person.email);
  });
});

describe("sessions", () => {
  test("[ORG-105] a session ends at its instant, after the hours that were set", async () => {
    const person = await addPerson(organizationId);
    const { sessionId } = await signedIn(person.email);
    const justBefore = 12 * 3_600_000 - 30_000;
    try {
      await database.setClock({ offsetMilliseconds: justBefore });
      expect(await findSessionActor(sessionId ?? "")).not.toBeNull();
      await database.setClock({ offsetMilliseconds: 12 * 3_600_000 + 1_000 });
      expect(await findSessionActor(sessionId ?? "")).toBeNull();
    } finally {
      await database.setClock("real");
    }
  });

  test("[ORG-105] signing out ends the session at once, and twice changes nothing", async () => {
    const person = await addPerson(organizationId);
    const actor = await signedIn(person.email);
    await invoke(signOut, { actor, input: {} });
    expect(await findSessionActor(actor.sessionId ?? "")).toBeNull();
    await invoke(signOut, { actor, input: {} });
    const entries = await database.query(
      "SELECT 1 FROM audit_entries WHERE action = 'identity.signed_out' AND subject_reference = $1",
      [person.userId],
    );
    expect(entries).toHaveLength(1);
  });

  test("[ORG-105] own sessions are listed and ended, one or all others", async () => {
    const person = await addPerson(organizationId);
    const [first, second, third] = [
      await signedIn(person.email),
      await signedIn(person.email),
      await signedIn(person.email),
    ];
    const account = await invoke(getAccount, { actor: first, input: {} });
    expect(account.sessions).toHaveLength(3);
    expect(account.sessions.filter((session) => session.isCurrent).map((session) => session.id)).toEqual([
      first.sessionId,
    ]);
    await invoke(endSession, { actor: first, input: { sessionId: second.sessionId ?? "" } });
    expect(await findSessionActor(second.sessionId ?? "")).toBeNull();
    expect(await invoke(endOtherSessions, { actor: first, input: {} })).toEqual({ ended: 1 });
    expect(await findSessionActor(third.sessionId ?? "")).toBeNull();
    expect(await findSessionActor(first.sessionId ?? "")).not.toBeNull();
  });

  test("[ORG-105] somebody else's session is not there to end", async () => {
    const [ann, ben] = [await addPerson(organizationId), await addPerson(organizationId)];
    const theirs = await signedIn(ben.email);
    const actor = await signedIn(ann.email);
    await expect(invoke(endSession, { actor, input: { sessionId: theirs.sessionId ?? "" } })).rejects.toMatchObject({
      code: "kernel.not_found",
    });
    expect(await findSessionActor(theirs.sessionId ?? "")).not.toBeNull();
  });

  test("[ORG-117] ending the membership ends its sessions at once", async () => {
    const person = await addPerson(organizationId);
    const actor = await signedIn(person.email);
    await invoke(endMembership, { actor: admin, input: { personId: person.userId, reason: "Left the company" } });
    expect(await findSessionActor(actor.sessionId ?? "")).toBeNull();
    const again = await signInWithPassword({ email: person.email, password: PASSWORD, caller: newCaller() });
    expect(again.outcome).toBe("refused");
  });

  test("[ORG-105] an id that is no id opens nothing", async () => {
    expect(await findSessionActor("' OR 1=1 --")).toBeNull();
  });

  test("[ORG-116] changing the password needs the old one and ends the other sessions", async () => {
    const person = await addPerson(organizationId);
    const [here, elsewhere] = [await signedIn(person.email), await signedIn(person.email)];
    const next = "another good password";
    const wrong = { currentPassword: "not it at all", newPassword: next };
    await expect(invoke(changePassword, { actor: here, input: wrong })).rejects.toMatchObject({
      code: "identity.wrong_password",
      errors: [expect.objectContaining({ path: "currentPassword" })],
    });
    await invoke(changePassword, { actor: here, input: { currentPassword: PASSWORD, newPassword: next } });
    expect(await findSessionActor(elsewhere.sessionId ?? "")).toBeNull();
    expect(await findSessionActor(here.sessionId ?? "")).not.toBeNull();
    await signedIn(person.email, next);
  });
});

describe("quarantine", () => {
  test("[ORG-4] a quarantined person signs in and reads, and writes nothing", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["admin"], trustLevel: "quarantine" });
    const actor = await signedIn(person.email);
    expect((await invoke(getAccount, { actor, input: {} })).trustLevel).toBe("quarantine");
    const input = { name: "Other Name", digestHour: 8, quietFromHour: null, quietUntilHour: null };
    await expect(invoke(changeAccount, { actor, input })).rejects.toMatchObject({ code: "kernel.quarantined" });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: "identity.attempt_denied", outcome: "denied" });
  });

  test("[ORG-118] a quarantined person can sign out", async () => {
    const person = await addPerson(organizationId, { trustLevel: "quarantine" });
    const actor = await signedIn(person.email);
    await invoke(signOut, { actor, input: {} });
    expect(await findSessionActor(actor.sessionId ?? "")).toBeNull();
  });
});

describe("without a password", () => {
  test("[ORG-115] a demo person is let in only in demo mode", async () => {
    const demo = await makeOrganization({ isDemo: true });
    const person = await addPerson(demo, { password: null });
    const people = await invoke(listDemoPeople, {
      actor: { kind: "anonymous", organizationId: demo, address: "" },
      input: {},
    });
    expect(people.map((each) => each.personId)).toEqual([person.userId]);
    const enter = () => signInAsDemoPerson(person.userId, newCaller());
    expect(await withEnvironment({ DEMO_MODE: "false" }, enter)).toEqual({ outcome: "refused" });
    expect(await withEnvironment({ DEMO_MODE: "true" }, enter)).toMatchObject({ outcome: "signed_in" });
  });

  test("[ORG-115] nobody of an organisation that is no demo, whatever the mode", async () => {
    const actor = { kind: "anonymous", organizationId, address: "" } as const;
    const input = { personId: admin.userId, caller: newCaller() };
    expect(await invoke(signInDemo, { actor, input })).toEqual({ outcome: "refused" });
    expect((await lastEntry()).details).toEqual({ method: "demo", cause: "not_a_demo" });
    await expect(invoke(listDemoPeople, { actor, input: {} })).rejects.toMatchObject({ code: "identity.demo_only" });
  });

  test("[ORG-119] the identity provider lets in members only", async () => {
    const person = await addPerson(organizationId, { password: null });
    const verified = { issuer: "https://id.example.org", isVerified: true, caller: newCaller() };
    expect(await signInByProvider({ ...verified, email: person.email })).toMatchObject({ outcome: "signed_in" });
    expect(await signInByProvider({ ...verified, email: "stranger@example.org" })).toEqual({ outcome: "refused" });
    expect(await signInByProvider({ ...verified, isVerified: false, email: person.email })).toEqual({
      outcome: "refused",
    });
    expect((await lastEntry()).details).toEqual({ method: "provider", cause: "unverified_email" });
    await arrange(organizationId, (tx) => saveMembership(tx, person.userId, { endedAt: new Date("2026-01-01") }));
    expect(await signInByProvider({ ...verified, email: person.email })).toEqual({ outcome: "refused" });
  });
});
