// The room's reads against a real PostgreSQL: who is asked what, what the charts count, and nothing of the neighbours.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { foundOrganization } from "../board/operations/found-organization.ts";
import { acknowledgeEscalation } from "../escalations/operations/acknowledge-escalation.ts";
import { raiseEscalation } from "../escalations/operations/raise-escalation.ts";
import type { Severity } from "../escalations/schema.ts";
import type { Actor } from "../kernel/actor.ts";
import { PERMISSIONS } from "../kernel/permission.ts";
import { Arrangement } from "./dashboard-fixture.ts";
import { readDashboard } from "./operations/read-dashboard.ts";
import { readHome } from "./operations/read-home.ts";
import { readPictures } from "./operations/read-pictures.ts";
import { readShell } from "./operations/read-shell.ts";

const NOW = "2026-11-20T09:00:00.000Z";
let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(() => database.setClock({ at: NOW }));

async function found(): Promise<Arrangement> {
  const organizationId = randomUUID();
  const input = {
    organizationName: "Nordwind Mutual",
    timeZone: "Europe/Berlin",
    template: "standard",
    adminName: "Ada Admin",
    adminEmail: `${randomUUID()}@example.org`,
    adminPassword: "correct horse battery",
    isFurther: true,
  };
  await invoke(foundOrganization, { actor: systemActor(organizationId, "test"), input });
  return new Arrangement(database, organizationId);
}

const home = (actor: Actor) => invoke(readHome, { actor, input: {} });
const pictures = (actor: Actor) => invoke(readPictures, { actor, input: {} });
const dashboard = (actor: Actor) => invoke(readDashboard, { actor, input: {} });
const shell = (actor: Actor) => invoke(readShell, { actor, input: {} });
const titles = (list: { items: readonly { title: string }[] }) => list.items.map((item) => item.title);

describe("escalations that need the chair", () => {
  test("[DSH-16] high and critical ones that nobody answers for, for nobody else, and first of all", async () => {
    const org = await found();
    const [ann, ben] = [await org.person("Ann", "chair"), await org.person("Ben", "risk_officer")];
    const raise = (title: string, severity: Severity) =>
      invoke(raiseEscalation, { actor: ben, input: { title, severity } });
    const inHand = await raise("In hand", "critical");
    await raise("Grave", "critical");
    await raise("Serious", "high");
    await raise("Later", "medium");
    await invoke(acknowledgeEscalation, { actor: ann, input: { reference: inHand.reference } });
    expect((await shell(ann)).escalationsNeedingYou).toBe(2);
    expect((await home(ann)).headline[0]).toEqual({ code: "dashboard.escalations_need_you", facts: { total: 2 } });
    expect((await shell(ben)).escalationsNeedingYou).toBe(0);
    expect((await home(ben)).headline.map(({ code }) => code)).not.toContain("dashboard.escalations_need_you");
  });
});

describe("votes that need somebody", () => {
  test("[DSH-11] entitled, not recused, no ballot, voting runs; the next to close first", async () => {
    const org = await found();
    const [ann, ben] = [await org.person("Ann", "chair"), await org.person("Ben", "risk_officer")];
    const both = { electors: [ann, ben] };
    await org.proposal("later", { ...both, deadlineAt: "2026-11-25T09:00:00.000Z" });
    await org.proposal("sooner", { ...both, deadlineAt: "2026-11-20T09:00:00.001Z" });
    await org.proposal("at its deadline", { ...both, deadlineAt: NOW });
    await org.proposal("voted", { ...both, voted: [ben] });
    await org.proposal("recused", { electors: [ann], recused: [ben] });
    await org.proposal("closed", { ...both, status: "passed" });
    await org.proposal("draft", { ...both, status: "draft" });
    await org.proposal("not entitled", { electors: [ann] });
    expect(titles((await home(ben)).votes)).toEqual(["sooner", "later"]);
    expect(await shell(ben)).toMatchObject({ votesNeedingYou: 2, organization: { name: "Nordwind Mutual" }, at: NOW });
    expect((await home(ben)).headline[0]).toEqual({
      code: "dashboard.votes_need_you",
      facts: { total: 2, nextDeadlineAt: "2026-11-20T09:00:00.001Z" },
    });
  });

  test("[DSH-11] a ballot that would be refused is asked of nobody", async () => {
    const org = await found();
    const ann = await org.person("Ann", "chair");
    await org.proposal("board", { electors: [ann] });
    await org.proposal("by trust", { electors: [ann], byTrust: true });
    const votesOf = async (actor: Actor) => titles((await home(actor)).votes);
    expect(await votesOf(ann)).toEqual(["board", "by trust"]);
    expect(await votesOf({ ...ann, roles: ["model_owner"] })).toEqual(["by trust"]);
    const quarantined = { ...ann, trustLevel: "quarantine" as const };
    expect(await votesOf(quarantined)).toEqual([]);
    expect((await shell(quarantined)).votesNeedingYou).toBe(0);
    expect((await shell(systemActor(org.organizationId, "jobs"))).votesNeedingYou).toBe(0);
  });

  test("[DSH-13] eight rows and the total", async () => {
    const org = await found();
    const ann = await org.person("Ann", "chair");
    for (let index = 0; index < 10; index += 1) await org.proposal(`P${index}`, { electors: [ann] });
    const { votes } = await home(ann);
    expect({ total: votes.total, shown: votes.items.length }).toEqual({ total: 10, shown: 8 });
  });
});

describe("the chair's queue", () => {
  test("[DSH-12] each matter in its list, with turnout; only for the chair", async () => {
    const org = await found();
    const [ann, ben, cy] = [
      await org.person("Ann", "chair"),
      await org.person("Ben", "risk_officer"),
      await org.person("Cy", "technical_lead"),
    ];
    const all = [ann, ben, cy];
    await org.proposal("running", { electors: all, voted: [ann] });
    await org.proposal("all cast", { electors: [ann, ben], recused: [cy], voted: [ann, ben] });
    await org.proposal("inquorate", { electors: [ann], recused: [ben, cy], isInquorate: true, voted: [ann] });
    const advice = { isBinding: false, status: "rejected", electors: all, closedAt: "2026-11-19T09:00:00.000Z" };
    await org.proposal("advice", advice);
    await org.proposal("advice, chair recused", { ...advice, electors: [ben, cy], recused: [ann] });
    await org.proposal("binding", { ...advice, isBinding: true });
    const decided = await org.proposal("advice, decided", advice);
    await org.decision("decided", { proposal_id: decided });
    await org.followUp("overdue", NOW, { assignee_user_id: ben.userId });
    await org.followUp("not yet", "2026-11-20T09:00:00.001Z");
    await org.followUp("done", NOW, { status: "completed", completed_at: NOW });

    const { chair, headline } = await home(ann);
    if (chair === null) throw new Error("the chair has a queue");
    expect(Object.entries(chair).map(([name, list]) => [name, titles(list)])).toEqual([
      ["awaitingDecision", ["advice"]],
      ["readyToClose", ["all cast"]],
      ["inquorate", ["inquorate"]],
      ["renewals", []],
      ["notReversed", []],
      ["overdueFollowUps", ["overdue"]],
    ]);
    expect(chair.readyToClose.items[0]).toMatchObject({ cast: 2, entitled: 2 });
    expect(headline.map((reason) => reason.code)).toContain("dashboard.chair_must_act");
    expect((await home(ben)).chair).toBeNull();
    expect((await home(ben)).followUps).toMatchObject({ total: 1, overdue: 1 });
  });

  test("[DSH-15] turnout is left out under seal and for a chair who stands aside, until voting has ended", async () => {
    const org = await found();
    const [ann, ben] = [await org.person("Ann", "chair"), await org.person("Ben", "risk_officer")];
    const both = { electors: [ann, ben], voted: [ben] };
    await org.proposal("sealed", both);
    await database.query("UPDATE proposals SET is_sealed = true WHERE organization_id = $1", [org.organizationId]);
    await org.proposal("aside", { electors: [ben], recused: [ann], voted: [ben], isInquorate: true });
    await org.proposal("ended", { ...both, isBinding: false, status: "passed", closedAt: "2026-11-19T09:00:00.000Z" });
    const { votes, chair } = await home(ann);
    const casts = (list?: { items: readonly { title: string; cast: number | null }[] }) =>
      list?.items.map(({ title, cast }) => [title, cast]);
    expect(casts(votes)).toEqual([["sealed", null]]);
    expect(casts(chair?.inquorate)).toEqual([["aside", null]]);
    expect(casts(chair?.awaitingDecision)).toEqual([["ended", 1]]);
  });

  test("[DSH-12] who can no longer cast is not waited for", async () => {
    const org = await found();
    const [ann, ben] = [await org.person("Ann", "chair"), await org.person("Ben", "risk_officer")];
    await org.proposal("P", { electors: [ann, ben], voted: [ann] });
    const ready = async () => titles((await home(ann)).chair?.readyToClose ?? { items: [] });
    expect(await ready()).toEqual([]);
    await org.endSeat(ben, NOW);
    expect(await ready()).toEqual(["P"]);
  });
});

describe("owner, admin, auditor", () => {
  test("[DSH-4] own models with what is asked, from their draft, decision and vote", async () => {
    const org = await found();
    const [ann, oto] = [await org.person("Ann", "chair"), await org.person("Oto", null, { roles: ["model_owner"] })];
    const owned = { owner: oto };
    await org.model("fresh", owned);
    const begun = await org.model("begun", owned);
    await org.insert("scorecard_drafts", { model_id: begun, scores: "{}", conditions: "[]" });
    const rejected = await org.model("rejected", owned);
    await org.decision("first", { model_id: rejected, decided_at: "2026-10-01T00:00:00.000Z" });
    await org.decision("then", { model_id: rejected, outcome: "rejected", decided_at: "2026-10-02T00:00:00.000Z" });
    const advised = await org.model("advised", { ...owned, status: "under_review" });
    await org.proposal("advice", { modelId: advised, isBinding: false, status: "passed", electors: [ann] });
    await org.model("due", { ...owned, status: "active", nextReviewAt: NOW });
    await org.model("fine", { ...owned, status: "active", nextReviewAt: "2026-11-20T09:00:00.001Z" });
    await org.model("gone", { ...owned, status: "decommissioned" });
    await org.model("somebody else's", {});
    const { owner, headline } = await home(oto);
    expect(owner?.items.map((line) => [line.name, line.task])).toEqual([
      ["due", "renew_review"],
      ["rejected", "revise_scorecard"],
      ["begun", "finish_scorecard"],
      ["fresh", "fill_scorecard"],
      ["advised", "await_chair"],
      ["fine", "nothing"],
    ]);
    expect(owner).toMatchObject({ total: 6, asked: 4 });
    expect(headline).toEqual([{ code: "dashboard.models_ask_you", facts: { total: 4 } }]);
    expect((await home(ann)).owner).toBeNull();
  });

  test("[DSH-5] an admin is told of vacant seats, ownerless models, lapsed invitations and failed mails", async () => {
    const org = await found();
    const ada = await org.person("Ada", null, { roles: ["admin"] });
    await org.person("Ann", "chair");
    const owner = (name: string) => org.person(name, null, { roles: ["model_owner"] });
    const [ina, ivo, una] = [await owner("Ina"), await owner("Ivo"), await owner("Una")];
    const invite = (userId: string, expiresAt: string, more: Record<string, unknown> = {}) =>
      org.insert("invitations", { user_id: userId, token_hash: randomUUID(), expires_at: expiresAt, ...more });
    await invite(ina.userId, NOW);
    await invite(ivo.userId, NOW);
    await invite(ivo.userId, "2026-11-21T09:00:00.000Z");
    await invite(una.userId, NOW, { accepted_at: "2026-11-01T09:00:00.000Z" });
    await org.model("nobody's", {});
    await org.model("nobody's and gone", { status: "decommissioned" });
    const { setUp } = await home(ada);
    expect(setUp?.map(({ code, facts }) => [code, facts.total])).toEqual([
      ["dashboard.seats_vacant", 3],
      ["dashboard.models_without_owner", 1],
      ["dashboard.invitations_lapsed", 1],
    ]);
    expect((await home(ina)).setUp).toBeNull();
  });

  test("[DSH-14] an auditor is told how the record stands", async () => {
    const org = await found();
    const [aud, ina] = [await org.person("Aud", null, { roles: ["auditor"] }), await org.person("Ina", "risk_officer")];
    await org.decision("one");
    expect((await home(aud)).record).toEqual({ entries: 1, lastEntryAt: NOW, decisions: 1 });
    expect((await home(ina)).record).toBeNull();
  });

  test("[DSH-6] an empty organisation names the first steps, and only those", async () => {
    const org = await found();
    const ada = await org.person("Ada", null, { roles: ["admin"] });
    const empty = await home(ada);
    expect(empty.firstSteps[0]).toBe("seat_board");
    expect(empty.headline).toEqual([{ code: "dashboard.no_models", facts: {} }]);
    await org.model("first");
    expect((await home(ada)).firstSteps).toEqual([]);
  });

  test("[DSH-13] five decisions, the latest first, each with its why and its model", async () => {
    const org = await found();
    const aud = await org.person("Aud", null, { roles: ["auditor"] });
    const modelId = await org.model("Claims triage", { tier: "tier_4_critical" });
    for (let day = 1; day <= 6; day += 1) {
      await org.decision(`D${day}`, { decided_at: `2026-11-0${day}T00:00:00.000Z`, model_id: modelId });
    }
    const { decisions } = await home(aud);
    expect(decisions.map((each) => each.title)).toEqual(["D6", "D5", "D4", "D3", "D2"]);
    expect(decisions[0]).toMatchObject({ why: "Why D6", model: { name: "Claims triage", tier: "tier_4_critical" } });
  });
});

describe("pictures", () => {
  test("[DSH-7] risk stands from its entry until the next one; mean and highest per tier", async () => {
    const org = await found();
    const ann = await org.person("Ann", "chair");
    const [a, b, gone] = [
      await org.model("a", { tier: "tier_4_critical" }),
      await org.model("b", { tier: "tier_4_critical" }),
      await org.model("gone", { tier: "tier_4_critical", status: "decommissioned" }),
    ];
    const low = await org.model("low", { tier: "tier_1_low" });
    // Mondays at midnight in Berlin: 8 November 23:00Z and 15 November 23:00Z.
    await org.risk(a, 60, "2026-01-01T00:00:00.000Z");
    await org.risk(a, 81, "2026-11-08T23:00:00.000Z");
    await org.risk(a, 90, "2026-11-08T23:00:00.001Z");
    await org.risk(a, 70, "2026-11-15T23:00:00.000Z");
    await org.risk(b, 80, "2026-11-12T00:00:00.000Z");
    await org.risk(b, 85, NOW);
    await org.risk(gone, 100, "2026-01-01T00:00:00.000Z");
    await org.risk(low, 12, "2026-11-19T00:00:00.000Z");
    await org.risk(low, 99, "2026-11-20T09:00:00.001Z");
    const { riskOverTime } = await pictures(ann);
    expect(riskOverTime).toHaveLength(27);
    const critical = (models: number, meanRisk: number, highestRisk: number) =>
      ({ tier: "tier_4_critical", models, meanRisk, highestRisk }) as const;
    expect(riskOverTime[0]?.tiers).toEqual([critical(1, 60, 60)]);
    expect(riskOverTime.slice(-3)).toEqual([
      { at: "2026-11-08T23:00:00.000Z", tiers: [critical(1, 81, 81)] },
      { at: "2026-11-15T23:00:00.000Z", tiers: [critical(2, 75, 80)] },
      {
        at: NOW,
        tiers: [critical(2, 77.5, 85), { tier: "tier_1_low", models: 1, meanRisk: 12, highestRisk: 12 }],
      },
    ]);
  });

  test("[DSH-7] the mean has one decimal; without a scored model there is no point", async () => {
    const org = await found();
    const ann = await org.person("Ann", "chair");
    for (const [index, score] of [10, 10, 11].entries()) {
      await org.risk(await org.model(`m${index}`), score, "2026-11-20T00:00:00.000Z");
    }
    const { riskOverTime } = await pictures(ann);
    expect(riskOverTime).toEqual([
      { at: NOW, tiers: [{ tier: "tier_3_high", models: 3, meanRisk: 10.3, highestRisk: 11 }] },
    ]);
  });

  test("[DSH-8] tiers, statuses and the edges of the bands", async () => {
    const org = await found();
    const ann = await org.person("Ann", "chair");
    for (const riskScore of [0, 24, 25, 49, 50, 74, 75, 100]) await org.model(`r${riskScore}`, { riskScore });
    await org.model("gone", { status: "decommissioned", riskScore: 75 });
    const seen = await pictures(ann);
    expect(seen.riskBands.find((row) => row.tier === "tier_3_high")?.counts).toEqual([2, 2, 2, 2]);
    expect(seen.modelsByTier[1]?.byStatus).toMatchObject({ proposed: 8, decommissioned: 1 });
    expect(seen.models).toBe(9);
  });

  test("[DSH-9] reviews by week, overdue apart, operational models only", async () => {
    const org = await found();
    const ann = await org.person("Ann", "chair");
    let version = 0;
    const each = async (nextReviewAt: string | null, status = "active") => {
      version += 1;
      await org.model(`m${version}`, { nextReviewAt, status });
    };
    await each(null);
    await each(NOW);
    await each("2026-11-20T09:00:00.001Z");
    await each("2026-11-22T22:59:59.999Z", "approved");
    await each("2026-11-22T23:00:00.000Z");
    await each("2027-02-07T22:59:59.999Z");
    await each("2027-02-07T23:00:00.000Z");
    await each(null, "proposed");
    const { reviews } = await pictures(ann);
    expect(reviews.overdue).toBe(2);
    expect(reviews.weeks.map((week) => week.due)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(reviews.weeks[0]?.weekStart).toBe("2026-11-15T23:00:00.000Z");
  });

  test("[DSH-10] participation counts entitled members of votes that ended with a result", async () => {
    const org = await found();
    const [ann, ben, cy] = [
      await org.person("Ann", "chair"),
      await org.person("Ben", "risk_officer"),
      await org.person("Cy", "technical_lead"),
    ];
    const closed = { status: "executed", closedAt: "2026-11-15T00:00:00.000Z", electors: [ann, ben] };
    await org.proposal("both", { ...closed, voted: [ann, ben] });
    await org.proposal("one", { ...closed, status: "no_quorum", voted: [ann] });
    await org.proposal("recused", { ...closed, electors: [ann], recused: [ben], voted: [ann] });
    await org.proposal("deferred", { ...closed, status: "deferred" });
    await org.proposal("running", { electors: [ann, ben] });
    await org.proposal("a year ago", { ...closed, closedAt: "2025-11-20T09:00:00.000Z" });
    await org.proposal("just within", { ...closed, status: "passed", closedAt: "2025-11-20T09:00:00.001Z" });
    await org.proposal("by trust", { ...closed, byTrust: true });
    await org.proposal("left before the close", { ...closed, electors: [ann, cy], voted: [ann] });
    await org.endSeat(cy, "2026-11-14T00:00:00.000Z");
    const { participation } = await pictures(ann);
    expect(participation.members).toEqual([
      { name: "Ann", cast: 4, entitled: 5 },
      { name: "Ben", cast: 1, entitled: 3 },
    ]);
  });
});

describe("GET /dashboard", () => {
  test("[DSH-2] the organisation at a glance", async () => {
    const org = await found();
    const [ann, ben, eve] = [
      await org.person("Ann", "chair"),
      await org.person("Ben", "risk_officer"),
      await org.person("Eve", "external_advisor"),
    ];
    await org.model("due", { status: "active", tier: "tier_4_critical" });
    await org.model("ahead", { status: "approved", nextReviewAt: "2027-01-01T00:00:00.000Z" });
    await org.model("proposed", {});
    await org.proposal("running", { electors: [ann, ben], voted: [ann, ben] });
    await org.proposal("advice", { isBinding: false, status: "passed", electors: [ann, ben] });
    await org.proposal("over", { status: "passed", electors: [ann, ben] });
    expect(await dashboard(eve)).toEqual({
      at: NOW,
      organization: { id: org.organizationId, name: "Nordwind Mutual", timeZone: "Europe/Berlin", isDemo: false },
      models: {
        total: 3,
        byStatus: {
          proposed: 1,
          under_review: 0,
          approved: 1,
          active: 1,
          deprecated: 0,
          suspended: 0,
          decommissioned: 0,
        },
        byTier: { tier_1_low: 0, tier_2_medium: 0, tier_3_high: 2, tier_4_critical: 1 },
      },
      reviewsDue: 1,
      escalations: { total: 0, active: 0, overdue: 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0 } },
      board: {
        totalVotingMembers: 2,
        requiredForQuorum: 2,
        canAchieveQuorum: true,
        votingMembers: [
          { reference: expect.stringMatching(/^MBR-/u), name: "Ann", role: "chair" },
          { reference: expect.stringMatching(/^MBR-/u), name: "Ben", role: "risk_officer" },
        ],
      },
      pendingDecisions: 2,
    });
  });

  test("[DSH-1] every operation only reads, and sees nothing of another organisation", async () => {
    const operations = [readShell, readHome, readPictures, readDashboard];
    expect(operations.map((operation) => operation.effect)).toEqual(Array(4).fill("read"));
    expect(PERMISSIONS["dashboard.read"]).not.toHaveLength(0);
    const [org, other] = [await found(), await found()];
    const ann = await other.person("Ann", "chair", { roles: ["admin", "auditor"] });
    const before = { home: await home(ann), pictures: await pictures(ann), dashboard: await dashboard(ann) };
    const ben = await org.person("Ben", "risk_officer");
    const modelId = await org.model("theirs", { status: "active", riskScore: 80, owner: ben });
    await org.risk(modelId, 80, "2026-11-01T00:00:00.000Z");
    await org.proposal("theirs", { electors: [ben], modelId });
    await org.proposal("over", { electors: [ben], status: "passed", closedAt: "2026-11-15T00:00:00.000Z" });
    await org.decision("theirs", { model_id: modelId });
    await org.followUp("theirs", NOW);
    expect({ home: await home(ann), pictures: await pictures(ann), dashboard: await dashboard(ann) }).toEqual(before);
    expect((await home({ ...ben, organizationId: other.organizationId })).votes.total).toBe(0);
  });
});
