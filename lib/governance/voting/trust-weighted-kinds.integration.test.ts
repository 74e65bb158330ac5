import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard, buildModel } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { arrange, currentPerson } from "../../testing/identity-world.ts";
import { allSayYes, closeAtDeadline, closeDue, propose, trust } from "../../testing/trust-weighted.ts";
import { changeSettings } from "../identity/operations/change-settings.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { quarantinePerson } from "../identity/operations/quarantine-person.ts";
import { releasePerson } from "../identity/operations/release-person.ts";
import { readSetting } from "../identity/store.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { listComponents } from "../portfolio/operations/list-components.ts";
import { readComponent } from "../portfolio/operations/read-component.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { listKinds } from "./operations/list-kinds.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { readKind } from "./operations/read-kind.ts";
import { readProposal } from "./operations/read-proposal.ts";
import type { TrustWeightedKind } from "./schema.ts";

const START = "2026-03-02T09:00:00.000Z";
const HOURS = "voting.defaultHours";
let database: TestDatabase;
let world: BoardWorld;
/** The chair with core trust, another member who is trusted. */
let core: PersonActor;
let trusted: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  await database.setClock({ at: START });
  world = await buildBoard();
  core = await trust(database, world.chair, "core");
  trusted = await trust(database, world.technical, "trusted");
});
afterAll(() => database.stop());

const FACTS = {
  ...{ name: "Claims router", version: "2.1", capabilities: ["Reads claims", "Assigns a handler"] },
  riskAssessment: "A wrong handler costs a day; every assignment is logged.",
};
const reason = "Two quarters without an incident";
const setting = () => arrange(world.organizationId, (tx) => readSetting(tx, HOURS));
const hours = (oldValue: number, newValue: number) => ({ key: HOURS, oldValue, newValue });
const see = (reference: string, actor: PersonActor = core) => invoke(readProposal, { actor, input: { reference } });
const component = (reference: string) => invoke(readComponent, { actor: world.auditor, input: { reference } });
const components = async () => (await invoke(listComponents, { actor: world.auditor, input: {} })).items;
const trustOf = async ({ userId }: PersonActor) => (await currentPerson(world.organizationId, userId)).trustLevel;

async function decide(kind: TrustWeightedKind, payload: Record<string, unknown>, voters = [core, trusted]) {
  const { reference } = await propose(trusted, kind, payload);
  await allSayYes(reference, voters);
  return closeAtDeadline(database, world, reference);
}

async function registered(change: object = {}): Promise<string> {
  expect(await decide("overlay_registration", { ...FACTS, ...change })).toMatchObject({ state: "executed" });
  const found = await components();
  return found.find((one) => one.version === ({ ...FACTS, ...change } as typeof FACTS).version)?.reference ?? "";
}

describe("what passing really does", () => {
  test("[VOT-162] a configuration sets the setting, and the next proposal goes by it", async () => {
    const closed = await decide("configuration", hours(72, 96));
    expect(closed).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await setting()).toBe(96);
    const next = await propose(trusted, "configuration", hours(96, 72));
    expect((await see(next.reference)).votingHours).toBe(96);
  });

  test("[VOT-163] a trust adjustment sets the person’s trust, who stood aside", async () => {
    const { userId: person } = world.risk;
    const { reference } = await propose(trusted, "trust_adjustment", {
      ...{ subject: "person", person, from: "standard", to: "trusted", reason },
    });
    expect((await see(reference)).recused).toMatchObject([{ person: { id: person }, basis: "subject" }]);
    await allSayYes(reference, [core, trusted]);
    expect(await trustOf(world.risk)).toBe("standard");
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "executed" });
    expect(await trustOf(world.risk)).toBe("trusted");
  });

  test("[ORG-141] a vote for quarantine keeps the level that a release gives back", async () => {
    const { userId: person } = world.risk;
    await trust(database, world.risk, "trusted");
    const payload = { subject: "person", person: person.toUpperCase(), from: "trusted", to: "quarantine", reason };
    expect(await decide("trust_adjustment", payload)).toMatchObject({ state: "executed" });
    expect(await trustOf(world.risk)).toBe("quarantine");
    await invoke(releasePerson, { actor: world.admin, input: { personId: person, reason } });
    expect(await trustOf(world.risk)).toBe("trusted");
  });

  test("[VOT-164] [PRT-102] [PRT-106] a component is registered, changed, trusted, paused, repaired, resumed and retired", async () => {
    const reference = await registered();
    expect(await component(reference)).toMatchObject({
      ...FACTS,
      status: "active",
      trustLevel: "sandbox",
      revision: 1,
    });
    const change = { component: reference, revision: 1, version: "2.2", capabilities: ["Reads claims"] };
    const changed = await decide("overlay_update", change);
    expect(await component(reference)).toMatchObject({ version: "2.2", capabilities: ["Reads claims"], revision: 2 });
    const about = { subject: "component", component: reference, from: "sandbox", to: "standard", reason };
    await decide("trust_adjustment", about);
    const pause = await propose(core, "emergency", { act: "pause", component: reference, reason });
    await allSayYes(pause.reference, [core, trusted]);
    await closeAtDeadline(database, world, pause.reference);
    expect(await component(reference)).toMatchObject({ status: "paused", trustLevel: "standard", revision: 2 });
    await decide("overlay_update", { component: reference, revision: 2, version: "2.3" });
    const resume = await propose(core, "emergency", { act: "resume", component: reference, reason });
    await allSayYes(resume.reference, [core, trusted]);
    await closeAtDeadline(database, world, resume.reference);
    await decide("overlay_update", { component: reference, revision: 3, isRetired: true });
    const view = await component(reference);
    expect(view).toMatchObject({ status: "retired", version: "2.3" });
    expect(view.changes.map((one) => one.kind)).toEqual([
      ...["retired", "resumed", "changed", "paused", "trust_set", "changed", "registered"],
    ]);
    expect(view.changes.at(-2)).toMatchObject({
      decision: changed.decision,
      proposal: changed.reference,
      differences: [
        { what: "Version", before: "2.1", after: "2.2" },
        { what: "Capabilities", before: "Reads claims; Assigns a handler", after: "Reads claims" },
      ],
    });
    const input = { component: reference };
    const { items } = await invoke(listProposals, { actor: world.auditor, input });
    expect(items).toHaveLength(6);
  });

  test("[PRT-106] what a decision made of a component is neither rewritten nor removed", async () => {
    await registered();
    const attempt = (work: Parameters<typeof arrange>[1]) => arrange(world.organizationId, work);
    await expect(attempt((tx) => tx.db.componentChange.updateMany({ data: { decision: "DEC-X" } }))).rejects.toThrow(
      /permission denied/u,
    );
    await expect(attempt((tx) => tx.db.componentChange.deleteMany())).rejects.toThrow(/permission denied/u);
    await expect(attempt((tx) => tx.db.component.deleteMany())).rejects.toThrow(/permission denied/u);
  });

  test.each<[string, TrustWeightedKind, () => Record<string, unknown>]>([
    ["configuration", "configuration", () => hours(72, 96)],
    ["registration", "overlay_registration", () => FACTS],
  ])("[VOT-162] a %s that fails changes nothing", async (_name, kind, payload) => {
    const { reference } = await propose(trusted, kind, payload());
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "rejected" });
    expect(await setting()).toBe(72);
    expect(await components()).toEqual([]);
  });
});

describe("what is refused, with the field, when it is proposed and when a kept draft is opened", () => {
  type Refused = [
    string,
    TrustWeightedKind,
    () => Record<string, unknown> | Promise<Record<string, unknown>>,
    string,
    string,
  ];
  const person = () => world.risk.userId;
  const ofPerson = (change: object) => () => {
    return { subject: "person", person: person(), from: "standard", to: "core", reason, ...change };
  };
  const REFUSED: Refused[] = [
    [
      "an unknown key",
      "configuration",
      () => ({ ...hours(72, 96), key: "voting.colour" }),
      "identity.setting_unknown",
      "key",
    ],
    ["a value out of bounds", "configuration", () => hours(72, 169), "identity.setting_out_of_bounds", "newValue"],
    ["an old value that does not hold", "configuration", () => hours(71, 96), "identity.setting_moved_on", "oldValue"],
    ["what holds already", "configuration", () => hours(72, 72), "identity.setting_unchanged", "newValue"],
    ["half an hour", "configuration", () => hours(72, 0.5), "kernel.invalid_input", "newValue"],
    [
      "one’s own trust",
      "trust_adjustment",
      () => ofPerson({ person: trusted.userId, from: "trusted" })(),
      "voting.own_trust",
      "person",
    ],
    [
      "somebody unknown",
      "trust_adjustment",
      ofPerson({ person: "0190a0a0-0000-7000-8000-000000000001" }),
      "identity.person_unknown",
      "person",
    ],
    ["nobody", "trust_adjustment", ofPerson({ person: undefined }), "kernel.invalid_input", "person"],
    [
      "a person and a component",
      "trust_adjustment",
      ofPerson({ component: "CMP-7K3M9Q2A" }),
      "kernel.invalid_input",
      "component",
    ],
    [
      "another level than they have",
      "trust_adjustment",
      ofPerson({ from: "sandbox" }),
      "identity.trust_moved_on",
      "from",
    ],
    ["the level they have", "trust_adjustment", ofPerson({ to: "standard" }), "identity.trust_unchanged", "to"],
    [
      "the last admin’s quarantine",
      "trust_adjustment",
      () => ofPerson({ person: world.admin.userId, to: "quarantine" })(),
      "identity.last_admin",
      "to",
    ],
    [
      "a component that is not there",
      "overlay_update",
      () => ({ component: "CMP-7K3M9Q2A", revision: 1, version: "3" }),
      "portfolio.component_unknown",
      "component",
    ],
    [
      "no capability",
      "overlay_registration",
      () => ({ ...FACTS, capabilities: [] }),
      "kernel.invalid_input",
      "capabilities",
    ],
  ];
  test.each(REFUSED)("[VOT-162] [VOT-163] [VOT-164] %s", async (_name, kind, payload, code, field) => {
    await expect(propose(trusted, kind, await payload())).rejects.toMatchObject({
      code,
      errors: [expect.objectContaining({ path: `payload.${field}` })],
    });
  });

  const OF_COMPONENTS: [string, TrustWeightedKind, (reference: string) => object, string, string][] = [
    [
      "the name and version of another one",
      "overlay_registration",
      () => ({ ...FACTS, name: "claims  ROUTER" }),
      "portfolio.component_exists",
      "version",
    ],
    [
      "an older revision",
      "overlay_update",
      (one) => ({ component: one, revision: 2, version: "3" }),
      "portfolio.component_moved_on",
      "revision",
    ],
    [
      "what it is already",
      "overlay_update",
      (one) => ({ component: one, revision: 1, version: "2.1" }),
      "portfolio.component_unchanged",
      "component",
    ],
    [
      "no change at all",
      "overlay_update",
      (one) => ({ component: one, revision: 1 }),
      "kernel.invalid_input",
      "component",
    ],
    [
      "a change and a retirement",
      "overlay_update",
      (one) => ({ component: one, revision: 1, version: "3", isRetired: true }),
      "kernel.invalid_input",
      "isRetired",
    ],
    [
      "resuming what is not paused",
      "emergency",
      (one) => ({ act: "resume", component: one, reason }),
      "portfolio.component_not_paused",
      "act",
    ],
    [
      "stopping it for ever",
      "emergency",
      (one) => ({ act: "stop", component: one, reason }),
      "kernel.invalid_input",
      "act",
    ],
    [
      "trust from another level",
      "trust_adjustment",
      (one) => ({ subject: "component", component: one, from: "core", to: "sandbox", reason }),
      "portfolio.trust_moved_on",
      "from",
    ],
  ];
  test("[VOT-164] [VOT-165] what a registered component does not allow", async () => {
    const reference = await registered();
    for (const [name, kind, payload, code, field] of OF_COMPONENTS) {
      await expect(propose(core, kind, { ...payload(reference) }), name).rejects.toMatchObject({
        code,
        errors: [expect.objectContaining({ path: `payload.${field}` })],
      });
    }
  });

  test("[VOT-162] a draft whose old value no longer holds is not opened", async () => {
    const { reference } = await propose(trusted, "configuration", hours(72, 96), { isDraft: true });
    await invoke(changeSettings, { actor: world.admin, input: { settings: { [HOURS]: 48 } } });
    await expect(invoke(openProposal, { actor: trusted, input: { reference } })).rejects.toMatchObject({
      code: "identity.setting_moved_on",
      status: 409,
    });
  });

  test("[VOT-163] a draft about somebody who was quarantined meanwhile is not opened", async () => {
    const payload = { subject: "person", person: world.risk.userId, from: "standard", to: "trusted", reason };
    const { reference } = await propose(trusted, "trust_adjustment", payload, { isDraft: true });
    const input = { personId: world.risk.userId, reason };
    await invoke(quarantinePerson, { actor: world.admin, input });
    await expect(invoke(openProposal, { actor: trusted, input: { reference } })).rejects.toMatchObject({
      code: "identity.in_quarantine",
    });
  });

  test("[VOT-160] conditions are refused where nothing can end as conditional", async () => {
    const conditions = [{ text: "Look at it again" }];
    await expect(propose(trusted, "configuration", hours(72, 96), { conditions })).rejects.toMatchObject({
      code: "voting.no_conditions",
      errors: [expect.objectContaining({ path: "conditions" })],
    });
  });
});

describe("what the world has done meanwhile", () => {
  test.each<[string, Record<string, unknown>, (person: string) => Promise<unknown>, string]>([
    [
      "quarantined",
      {},
      (personId) => invoke(quarantinePerson, { actor: world.admin, input: { personId, reason } }),
      "identity.in_quarantine",
    ],
    [
      "gone",
      {},
      (personId) => invoke(endMembership, { actor: world.admin, input: { personId, reason } }),
      "identity.membership_ended",
    ],
    ["trusted otherwise", {}, () => trust(database, world.otherOwner, "sandbox"), "identity.trust_moved_on"],
  ])(
    "[VOT-163] somebody %s by the end keeps what holds, and the failure says why",
    async (_name, change, act, cause) => {
      const { userId: person } = world.otherOwner;
      const payload = { subject: "person", person, from: "standard", to: "core", reason, ...change };
      const { reference } = await propose(trusted, "trust_adjustment", payload);
      await allSayYes(reference, [core, trusted]);
      await act(person);
      expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "execution_failed" });
      expect((await see(reference)).executionFailure).toBe(cause);
    },
  );

  test("[ORG-5] an admin who has become the last one is not quarantined when the vote ends", async () => {
    const [admin, second] = [world.admin.userId, world.otherOwner.userId];
    const grant = (roles: string[]) =>
      database.query("UPDATE memberships SET granted_roles = $3 WHERE organization_id = $1 AND user_id = $2", [
        world.organizationId,
        second,
        roles,
      ]);
    await grant(["admin"]);
    const payload = { subject: "person", person: admin, from: "standard", to: "quarantine", reason };
    const { reference } = await propose(trusted, "trust_adjustment", payload);
    await allSayYes(reference, [core, trusted]);
    await grant(["model_owner"]);
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "execution_failed" });
    expect((await see(reference)).executionFailure).toBe("identity.last_admin");
    expect(await trustOf(world.admin)).toBe("standard");
  });

  test("[PRT-103] of two changes of one revision the second is not carried out", async () => {
    const reference = await registered();
    const first = await propose(trusted, "overlay_update", { component: reference, revision: 1, version: "3.0" });
    const second = await propose(trusted, "overlay_update", { component: reference, revision: 1, version: "4.0" });
    for (const one of [first, second]) await allSayYes(one.reference, [core, trusted]);
    expect(await closeAtDeadline(database, world, first.reference)).toMatchObject({ state: "executed" });
    expect(await closeAtDeadline(database, world, second.reference)).toMatchObject({ state: "execution_failed" });
    expect((await see(second.reference)).executionFailure).toBe("portfolio.component_moved_on");
    expect(await component(reference)).toMatchObject({ version: "3.0", revision: 2 });
  });

  test("[PRT-101] two registrations of one name that end at once register one component", async () => {
    const references: string[] = [];
    for (const name of ["Claims router", "claims router", "CLAIMS  ROUTER"]) {
      const { reference } = await propose(trusted, "overlay_registration", { ...FACTS, name });
      await allSayYes(reference, [core, trusted]);
      references.push(reference);
    }
    await database.setClock({ at: "2026-03-09T09:00:00.000Z" });
    const answers = await Promise.all(references.map((one) => closeDue(world, one)));
    expect(answers.map((one) => one.state).sort()).toEqual(["executed", "execution_failed", "execution_failed"]);
    expect(await components()).toHaveLength(1);
  });
});

describe("who may propose what", () => {
  const kindsFor = async (actor: PersonActor) => {
    const { items } = await invoke(listKinds, { actor, input: {} });
    return new Map(items.map((one) => [one.kind, one]));
  };

  test("[VOT-161] kinds say who decides, whether the reader may propose them, and why not", async () => {
    const forTrusted = await kindsFor(trusted);
    expect(forTrusted.get("configuration")).toMatchObject({ decidedBy: "members", mayPropose: true, why: null });
    expect(forTrusted.get("emergency")).toMatchObject({
      mayPropose: false,
      why: "It takes the trust level core; yours is trusted.",
    });
    expect(forTrusted.get("decommission")).toMatchObject({ decidedBy: "board", mayPropose: true });
    expect(forTrusted.get("charter_amendment")?.ownWay).toContain("charter’s page");
    expect((await kindsFor(await trust(database, world.owner, "sandbox"))).get("overlay_update")?.mayPropose).toBe(
      false,
    );
    const quarantined = await kindsFor(await trust(database, world.owner, "quarantine"));
    expect([...quarantined.values()].filter((one) => one.mayPropose)).toEqual([]);
  });

  test("[VOT-161] a kind says its form, the rule that would decide it, and what holds where nothing is said", async () => {
    const ofMembers = await invoke(readKind, { actor: trusted, input: { kind: "configuration" } });
    expect(ofMembers).toMatchObject({ takesConditions: false, defaults: { votingHours: 72, conditionDays: 90 } });
    expect(ofMembers.fields).toMatchObject([{ type: "setting_change" }]);
    expect(ofMembers.ruleSentence).toContain("votes by weight must take part");
    const ofBoard = await invoke(readKind, { actor: trusted, input: { kind: "decommission" } });
    expect(ofBoard).toMatchObject({ takesConditions: true, rule: { authority: "board_vote", version: "charter 1.0" } });
    expect(ofBoard.ruleSentence).toBe("Passes with more yes than no; a tie fails; 4 of 7 must take part.");
  });

  test.each<[TrustWeightedKind, string]>([
    ["configuration", "standard"],
    ["trust_adjustment", "standard"],
    ["emergency", "trusted"],
  ])("[VOT-111] %s is refused to somebody with %s trust", async (kind, level) => {
    const actor = await trust(database, world.data, level as PersonActor["trustLevel"]);
    await expect(propose(actor, kind, {})).rejects.toMatchObject({ code: "voting.trust_too_low", status: 403 });
  });
});

describe("what holds where a proposal says nothing", () => {
  test("[VOT-110] [VOT-2] the settings of the day it is proposed, and later ones change nothing", async () => {
    const settings = { [HOURS]: 24, "conditions.dueDays": 14 };
    await invoke(changeSettings, { actor: world.admin, input: { settings } });
    const model = await buildModel(world, { tier: "tier_3_high" });
    await database.query("UPDATE models SET status = 'deprecated' WHERE reference = $1", [model]);
    const { reference } = await invoke(createProposal, {
      actor: core,
      input: {
        ...{ kind: "decommission", title: "Retire it", description: "Replaced", payload: { model, reason } },
        conditions: [{ text: "Archive the data" }, { text: "Tell the users", dueInDays: 3 }],
      },
    });
    const input = { settings: { [HOURS]: 48, "conditions.dueDays": 60 } };
    await invoke(changeSettings, { actor: world.admin, input });
    const kept = await see(reference);
    expect(kept.votingHours).toBe(24);
    expect(kept.conditions.map((one) => one.dueInDays)).toEqual([14, 3]);
  });
});
