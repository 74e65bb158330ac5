import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findKeyActor, findMemberActor } from "../../server/actor.ts";
import { findInvitingOrganization } from "../../server/installation.ts";
import { invoke } from "../../server/invoke.ts";
import { signInWithPassword } from "../../server/sign-in.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, currentPerson, makeOrganization, PASSWORD } from "../../testing/identity-world.ts";
import type { AnonymousActor, PersonActor } from "../kernel/actor.ts";
import { hashInvitationToken } from "./invitation.ts";
import { acceptInvitation } from "./operations/accept-invitation.ts";
import { changeGrantedRoles } from "./operations/change-granted-roles.ts";
import { createKey } from "./operations/create-key.ts";
import { endMembership } from "./operations/end-membership.ts";
import { getPerson } from "./operations/get-person.ts";
import { invitePerson } from "./operations/invite-person.ts";
import { listPeople } from "./operations/list-people.ts";
import { quarantinePerson } from "./operations/quarantine-person.ts";
import { readInvitation } from "./operations/read-invitation.ts";
import { releasePerson } from "./operations/release-person.ts";
import { renewInvitation } from "./operations/renew-invitation.ts";
import { revokeInvitation } from "./operations/revoke-invitation.ts";

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

const stranger = (): AnonymousActor => ({ kind: "anonymous", organizationId, address: "" });
const reason = "Because the test says so";
const caller = { address: "", userAgent: "" };

function invite(email = `${randomUUID()}@example.org`, by = admin) {
  return invoke(invitePerson, { actor: by, input: { name: "Ina Vited", email, grantedRoles: ["auditor"] } });
}

describe("invitations", () => {
  test("[ORG-106] a link is good for 7 days, is kept as a hash only and opens once", async () => {
    const link = await invite();
    const kept = await database.query<{ token_hash: string }>(
      "SELECT token_hash FROM invitations WHERE organization_id = $1",
      [organizationId],
    );
    expect(kept.map((row) => row.token_hash)).toEqual([hashInvitationToken(link.token)]);
    expect(await findInvitingOrganization(link.token)).toBe(organizationId);
    const view = await invoke(readInvitation, { actor: stranger(), input: { token: link.token } });
    expect(view).toMatchObject({ state: "open", name: "Ina Vited", hasAccountElsewhere: false });

    const input = { token: link.token, password: "a password of my own" };
    const { email } = await invoke(acceptInvitation, { actor: stranger(), input });
    expect(await signInWithPassword({ email, password: input.password, caller })).toMatchObject({
      outcome: "signed_in",
    });
    await expect(invoke(acceptInvitation, { actor: stranger(), input })).rejects.toMatchObject({
      code: "identity.invitation_not_open",
      facts: { state: "used" },
      status: 410,
    });
  });

  test("[ORG-106] used twice at once: exactly one sets the password", async () => {
    const link = await invite();
    const passwords = ["the first of the two", "the second of the two"];
    const results = await Promise.allSettled(
      passwords.map((password) =>
        invoke(acceptInvitation, { actor: stranger(), input: { token: link.token, password } }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const winner = passwords[results.findIndex((result) => result.status === "fulfilled")] ?? "";
    const loser = passwords.find((password) => password !== winner) ?? "";
    const [email] = (await invoke(getPerson, { actor: admin, input: { personId: link.personId } })).email.split("\n");
    expect(await signInWithPassword({ email: email ?? "", password: winner, caller })).toMatchObject({
      outcome: "signed_in",
    });
    expect(await signInWithPassword({ email: email ?? "", password: loser, caller })).toEqual({ outcome: "refused" });
  });

  test("[ORG-107] at the instant of expiry it is too late", async () => {
    await database.setClock({ at: "2027-03-01T10:00:00.000Z" });
    try {
      const link = await invite();
      expect(link.expiresAt).toBe("2027-03-08T10:00:00.000Z");
      await database.setClock({ at: "2027-03-08T10:00:00.000Z" });
      const input = { token: link.token, password: "a password of my own" };
      await expect(invoke(acceptInvitation, { actor: stranger(), input })).rejects.toMatchObject({
        facts: { state: "expired" },
        status: 410,
      });
    } finally {
      await database.setClock("real");
    }
  });

  test("[ORG-107] a revoked link, and one replaced by a newer one, no longer open", async () => {
    const first = await invite();
    const second = await invoke(renewInvitation, { actor: admin, input: { personId: first.personId } });
    const accept = (token: string) =>
      invoke(acceptInvitation, { actor: stranger(), input: { token, password: "a password of my own" } });
    await expect(accept(first.token)).rejects.toMatchObject({ facts: { state: "revoked" } });
    await invoke(revokeInvitation, { actor: admin, input: { personId: first.personId } });
    await expect(accept(second.token)).rejects.toMatchObject({ facts: { state: "revoked" } });
    await expect(invoke(revokeInvitation, { actor: admin, input: { personId: first.personId } })).rejects.toMatchObject(
      {
        code: "identity.no_open_invitation",
      },
    );
  });

  test("[ORG-107] a token that nobody was given is not there", async () => {
    const input = { token: "nothing-like-a-token" };
    await expect(invoke(readInvitation, { actor: stranger(), input })).rejects.toMatchObject({ status: 404 });
  });

  test("[ORG-106] a lost password: a new link sets another, and earlier sessions end", async () => {
    const person = await addPerson(organizationId);
    const before = await signInWithPassword({ email: person.email, password: PASSWORD, caller });
    expect(before.outcome).toBe("signed_in");
    const link = await invoke(renewInvitation, { actor: admin, input: { personId: person.userId } });
    const input = { token: link.token, password: "found a better one" };
    await invoke(acceptInvitation, { actor: stranger(), input });
    expect(await signInWithPassword({ email: person.email, password: PASSWORD, caller })).toEqual({
      outcome: "refused",
    });
    const live = await database.query("SELECT 1 FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", [
      person.userId,
    ]);
    expect(live).toHaveLength(0);
  });

  test("[ORG-108] a link cannot set the password of somebody known in another organisation", async () => {
    const elsewhere = await makeOrganization();
    const known = await addPerson(elsewhere);
    const link = await invite(known.email);
    const view = await invoke(readInvitation, { actor: stranger(), input: { token: link.token } });
    expect(view.hasAccountElsewhere).toBe(true);
    const input = { token: link.token, password: "taking over an account" };
    await expect(invoke(acceptInvitation, { actor: stranger(), input })).rejects.toMatchObject({
      code: "identity.account_elsewhere",
    });
    const result = await signInWithPassword({ email: known.email, password: PASSWORD, caller, organizationId });
    expect(result).toMatchObject({ outcome: "signed_in", session: { organizationId } });
    const after = await invoke(readInvitation, { actor: stranger(), input: { token: link.token } });
    expect(after.state).toBe("used");
  });

  test("[ORG-108] the first password is given by the organisation that was joined first, and by no other", async () => {
    const first = await invite();
    const { email } = await currentPerson(organizationId, first.personId);
    const elsewhere = await makeOrganization();
    const theirAdmin = await addPerson(elsewhere, { grantedRoles: ["admin"] });
    const theirs = await invite(email, theirAdmin);
    const input = (token: string) => ({ token, password: "known to who has the link" });
    await expect(
      invoke(acceptInvitation, { actor: { ...stranger(), organizationId: elsewhere }, input: input(theirs.token) }),
    ).rejects.toMatchObject({ code: "identity.account_elsewhere" });
    await invoke(acceptInvitation, { actor: stranger(), input: input(first.token) });
  });

  test("[ORG-106] the same person invited twice at once becomes one member", async () => {
    const email = `${randomUUID()}@example.org`;
    const results = await Promise.allSettled([invite(email), invite(email), invite(email.toUpperCase())]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "identity.already_member" });
    }
  });

  test.each(["chair", "board_member", "advisor", "agent", "owner"])(
    "[ORG-112] `%s` cannot be granted: it is held by a seat or a key, or is no role",
    async (role) => {
      const input = { name: "Ina Vited", email: "ina@example.org", grantedRoles: [role] };
      await expect(invoke(invitePerson, { actor: admin, input })).rejects.toMatchObject({
        code: "kernel.invalid_input",
      });
    },
  );

  test("[ORG-101] a password that is too short, or one character over and over, is refused at its field", async () => {
    const link = await invite();
    for (const password of ["elevenchars", "aaaaaaaaaaaaaaaa", "x".repeat(201)]) {
      await expect(
        invoke(acceptInvitation, { actor: stranger(), input: { token: link.token, password } }),
      ).rejects.toMatchObject({
        code: "kernel.invalid_input",
        errors: [expect.objectContaining({ path: "password" })],
      });
    }
  });
});

describe("who must remain", () => {
  test("[ORG-5] the last admin is not removed, demoted or quarantined", async () => {
    const personId = admin.userId;
    await addPerson(organizationId, { grantedRoles: ["admin"], trustLevel: "quarantine" });
    const acts = [
      () => invoke(endMembership, { actor: admin, input: { personId, reason } }),
      () => invoke(changeGrantedRoles, { actor: admin, input: { personId, grantedRoles: ["auditor"] } }),
      () => invoke(quarantinePerson, { actor: admin, input: { personId, reason } }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "identity.last_admin", status: 409 });
  });

  test("[ORG-5] with a second admin the first may go", async () => {
    const second = await addPerson(organizationId, { grantedRoles: ["admin"] });
    await invoke(endMembership, { actor: second, input: { personId: admin.userId, reason } });
    expect(await findMemberActor(organizationId, admin.userId)).toBeNull();
  });

  const LEAVING = [
    { name: "remove", act: endMembership, more: { reason } },
    { name: "demote", act: changeGrantedRoles, more: { grantedRoles: [] } },
    { name: "quarantine", act: quarantinePerson, more: { reason } },
  ] as const;
  test.each(LEAVING)("[ORG-5] two admins $name each other at once: one remains", async ({ act, more }) => {
    const other = await addPerson(organizationId, { grantedRoles: ["admin"] });
    const results = await Promise.allSettled([
      invoke(act as typeof endMembership, { actor: admin, input: { personId: other.userId, ...more } as never }),
      invoke(act as typeof endMembership, { actor: other, input: { personId: admin.userId, ...more } as never }),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const [row] = await database.query<{ count: string }>(
      `SELECT count(*) FROM memberships WHERE organization_id = $1 AND ended_at IS NULL
        AND 'admin' = ANY(granted_roles) AND trust_level <> 'quarantine'`,
      [organizationId],
    );
    expect(row?.count).toBe("1");
  });

  test("[ORG-5] five admins all leave at once: one remains", async () => {
    const admins = [
      admin,
      ...(await Promise.all([1, 2, 3, 4].map(() => addPerson(organizationId, { grantedRoles: ["admin"] })))),
    ];
    const results = await Promise.allSettled(
      admins.map((each) => invoke(endMembership, { actor: each, input: { personId: each.userId, reason } })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(4);
  });

  test("[ORG-5] the only chair stays; other members go, and the rooms above hear of it", async () => {
    const chair = await addPerson(organizationId, { name: "Cleo Chair", seat: "chair" });
    const member = await addPerson(organizationId, { seat: "voting_member" });
    await expect(
      invoke(endMembership, { actor: admin, input: { personId: chair.userId, reason } }),
    ).rejects.toMatchObject({ code: "identity.only_chair" });
    await invoke(endMembership, { actor: admin, input: { personId: member.userId, reason } });
    const outbox = await database.query<{ payload: unknown }>(
      "SELECT payload FROM outbox WHERE organization_id = $1 AND topic = 'identity.membership_ended'",
      [organizationId],
    );
    expect(outbox.map((row) => row.payload)).toEqual([{ userId: member.userId }]);
  });
});

describe("memberships", () => {
  test("[ORG-117] ending revokes keys and links; coming back does not revive them", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    const { key } = await invoke(createKey, { actor: person, input: { name: "Export", scopes: ["audit.read"] } });
    const link = await invoke(renewInvitation, { actor: admin, input: { personId: person.userId } });
    await invoke(endMembership, { actor: admin, input: { personId: person.userId, reason } });
    expect(await findKeyActor(key)).toBeNull();
    await invite(person.email);
    expect((await currentPerson(organizationId, person.userId)).roles).toEqual(["auditor"]);
    expect(await findKeyActor(key)).toBeNull();
    await expect(
      invoke(acceptInvitation, { actor: stranger(), input: { token: link.token, password: "a password of my own" } }),
    ).rejects.toMatchObject({ facts: { state: "revoked" } });
  });

  test("[ORG-2] roles add up: granted ones and those of the seat", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["model_owner"], seat: "chair" });
    expect(person.roles).toEqual(["model_owner", "chair", "board_member"]);
    await invoke(changeGrantedRoles, { actor: admin, input: { personId: person.userId, grantedRoles: ["auditor"] } });
    expect((await currentPerson(organizationId, person.userId)).roles).toEqual(["auditor", "chair", "board_member"]);
  });

  test("[ORG-2] a person who is no admin may not manage people, and the attempt is recorded", async () => {
    const person = await addPerson(organizationId, { grantedRoles: ["auditor"] });
    await expect(
      invoke(changeGrantedRoles, { actor: person, input: { personId: person.userId, grantedRoles: ["admin"] } }),
    ).rejects.toMatchObject({ code: "kernel.not_permitted" });
    const [entry] = await database.query<{ actor_id: string; outcome: string }>(
      "SELECT actor_id, outcome FROM audit_entries WHERE organization_id = $1 ORDER BY number DESC LIMIT 1",
      [organizationId],
    );
    expect(entry).toEqual({ actor_id: person.userId, outcome: "denied" });
  });

  test("[ORG-111] quarantine and release: the former trust comes back", async () => {
    const person = await addPerson(organizationId, { trustLevel: "trusted" });
    const personId = person.userId;
    await invoke(quarantinePerson, { actor: admin, input: { personId, reason } });
    expect((await currentPerson(organizationId, personId)).trustLevel).toBe("quarantine");
    await expect(invoke(quarantinePerson, { actor: admin, input: { personId, reason } })).rejects.toMatchObject({
      code: "identity.already_quarantined",
    });
    await invoke(releasePerson, { actor: admin, input: { personId, reason } });
    expect((await currentPerson(organizationId, personId)).trustLevel).toBe("trusted");
    await expect(invoke(releasePerson, { actor: admin, input: { personId, reason } })).rejects.toMatchObject({
      code: "identity.not_quarantined",
    });
  });

  test("[ORG-111] the reason stays out of the leaf", async () => {
    const person = await addPerson(organizationId);
    const said = "Suspected of sharing a password";
    await invoke(quarantinePerson, { actor: admin, input: { personId: person.userId, reason: said } });
    const [entry] = await database.query<{ leaf: string; personal: unknown }>(
      "SELECT leaf, personal FROM audit_entries WHERE organization_id = $1 ORDER BY number DESC LIMIT 1",
      [organizationId],
    );
    expect(entry?.leaf).not.toContain(said);
    expect(entry?.personal).toEqual({ reason: said });
  });
});

describe("the list of people", () => {
  test("[ORG-1] [ORG-3] people of another organisation are neither listed nor found, like a random id", async () => {
    const elsewhere = await makeOrganization();
    const foreign = await addPerson(elsewhere);
    const page = await invoke(listPeople, { actor: admin, input: {} });
    expect(page.items.map((person) => person.id)).toEqual([admin.userId]);
    const answers = [];
    for (const personId of [foreign.userId, randomUUID(), "not-an-id", "'; DROP TABLE users --"]) {
      for (const act of [
        () => invoke(getPerson, { actor: admin, input: { personId } }),
        () => invoke(endMembership, { actor: admin, input: { personId, reason } }),
        () => invoke(renewInvitation, { actor: admin, input: { personId } }),
      ]) {
        const answer = await act().then(
          () => "found",
          (error) => `${error.code} ${error.detail.replace(personId, "?")}`,
        );
        answers.push(answer);
      }
    }
    expect(new Set(answers)).toEqual(new Set(["kernel.not_found There is no person `?` in this organisation"]));
  });

  test("[ORG-121] pages by name without gaps or repeats, and filters by role, access, trust and text", async () => {
    const names = ["zoe", "Bert", "bert", "Éva", "100% sure", "under_score", "Ann"];
    for (const name of names) await addPerson(organizationId, { name });
    await addPerson(organizationId, { name: "Vera Vote", seat: "voting_member", trustLevel: "core" });
    await invite("ina@example.net");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await invoke(listPeople, { actor: admin, input: { limit: 2, cursor } });
      seen.push(...page.items.map((person) => person.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual([...names, "Vera Vote", "Ada Admin", "Ina Vited"].sort());
    const found = async (input: object) =>
      (await invoke(listPeople, { actor: admin, input })).items.map((person) => person.name);
    expect(await found({ q: "100%" })).toEqual(["100% sure"]);
    expect(await found({ q: "_" })).toEqual(["under_score"]);
    expect(await found({ role: "board_member" })).toEqual(["Vera Vote"]);
    expect(await found({ role: "admin" })).toEqual(["Ada Admin"]);
    expect(await found({ trustLevel: "core" })).toEqual(["Vera Vote"]);
    expect(await found({ access: "invited" })).toEqual(["Ina Vited"]);
    await expect(invoke(listPeople, { actor: admin, input: { cursor: "%%%" } })).rejects.toMatchObject({ status: 400 });
  });

  test("[ORG-121] access is told: invited, lapsed, active, ended", async () => {
    const link = await invite();
    const access = async () => (await invoke(getPerson, { actor: admin, input: { personId: link.personId } })).access;
    expect(await access()).toBe("invited");
    await invoke(revokeInvitation, { actor: admin, input: { personId: link.personId } });
    expect(await access()).toBe("invitation_lapsed");
    const next = await invoke(renewInvitation, { actor: admin, input: { personId: link.personId } });
    await invoke(acceptInvitation, {
      actor: stranger(),
      input: { token: next.token, password: "a password of my own" },
    });
    expect(await access()).toBe("active");
    await invoke(endMembership, { actor: admin, input: { personId: link.personId, reason } });
    expect(await access()).toBe("ended");
  });
});
