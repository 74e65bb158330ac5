import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { openVote } from "../../testing/builders.ts";
import { answerOf, makeRegistryWorld } from "../../testing/registry-world.ts";
import { createIncidentActions } from "../meetings/operations/create-incident-actions.ts";
import { listActions } from "../meetings/operations/list-actions.ts";
import { scheduleEscalationReview } from "../meetings/operations/schedule-escalation-review.ts";
import { acknowledgeEscalation } from "./operations/acknowledge-escalation.ts";
import { acknowledgeEscalations } from "./operations/acknowledge-escalations.ts";
import { assignEscalation } from "./operations/assign-escalation.ts";
import { linkProposal } from "./operations/link-proposal.ts";
import { listEscalations } from "./operations/list-escalations.ts";
import { readSummary } from "./operations/read-summary.ts";
import { recordIncidentReview } from "./operations/record-incident-review.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { signIncidentReview } from "./operations/sign-incident-review.ts";
import { undoAcknowledgement } from "./operations/undo-acknowledgement.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows, sweepAt, notices } = actsOnAttention(() => stage);

const acknowledge = (reference: string, actor = stage.world.chair) =>
  invoke(acknowledgeEscalation, { actor, input: { reference } });
const resolve = (reference: string, resolution = "Done", actor = stage.world.chair) =>
  invoke(resolveEscalation, { actor, input: { reference, resolution } });
const review = (reference: string, actions: object[] = []) =>
  invoke(recordIncidentReview, {
    actor: stage.world.risk,
    input: {
      ...{ reference, actions },
      timeline: [{ at: "2026-11-20T08:40:00.000Z", what: "First alert" }],
      rootCause: "A certificate had expired unnoticed",
      impact: "Claims waited for forty minutes",
      lessons: "Certificates belong in the monitoring",
      policyUpdates: "None needed",
    },
  });

describe("the life of an item", () => {
  test("[ESC-8] acknowledged by the chair, assigned, resolved with what was done; acknowledging twice is refused", async () => {
    const { chair, owner } = stage.world;
    const { reference } = await raise({ severity: "medium" });
    expect(await acknowledge(reference)).toEqual({ reference, status: "acknowledged" });
    expect(await answerOf(acknowledge(reference))).toBe("escalations.already_acknowledged");
    await invoke(assignEscalation, { actor: chair, input: { reference, assignee: owner.userId } });
    expect((await notices("escalations.assigned")).map(({ name }) => name)).toEqual(["Mira Owner"]);
    expect(await answerOf(resolve(reference, "  "))).toBe("kernel.invalid_input");
    await resolve(reference, "Scaled out", owner);
    const item = await read(reference);
    expect([item.status, item.resolved?.resolution, item.resolved?.by?.name]).toEqual([
      "resolved",
      "Scaled out",
      "Mira Owner",
    ]);
    expect(item.timeline.map(({ code }) => code.replace("escalations.escalation_", "")).toSorted()).toEqual([
      ...["acknowledged", "assigned", "raised", "resolved"],
    ]);
    expect(await answerOf(resolve(reference))).toBe("escalations.already_resolved");
  });

  test("[ESC-116] [ORG-3] whose it is not, and who is of another organisation", async () => {
    const { otherOwner, owner, model } = stage.world;
    const { reference } = await raise({ modelRef: model });
    expect(await answerOf(acknowledge(reference, otherOwner))).toBe("escalations.not_yours");
    const foreign = (await makeRegistryWorld()).chair;
    expect(await answerOf(acknowledge(reference, foreign))).toBe("kernel.not_found");
    expect(await answerOf(read(reference, foreign))).toBe("kernel.not_found");
    expect(await answerOf(acknowledge(reference, owner))).toBe("done");
  });

  test("[ESC-117] bulk acknowledge names what it left, and is taken back within five minutes by who gave it", async () => {
    const { chair, risk } = stage.world;
    const { items } = await raiseMany([{ title: "A" }, { title: "B" }, { title: "C" }]);
    const references = items.map(({ reference }) => reference);
    await acknowledge(references[0] ?? "", risk);
    const answer = await invoke(acknowledgeEscalations, {
      actor: chair,
      input: { references: [...references, "ESC-00000000"] },
    });
    expect(answer.done.toSorted()).toEqual(references.slice(1).toSorted());
    expect(answer.left).toEqual([
      { reference: references[0], code: "escalations.already_acknowledged" },
      { reference: "ESC-00000000", code: "kernel.not_found" },
    ]);
    await stage.database.setClock({ at: "2026-11-20T09:04:59.000Z" });
    const undone = await invoke(undoAcknowledgement, {
      actor: chair,
      input: { references: [...references, "ESC-00000000"] },
    });
    expect([undone.done.length, undone.left.map(({ code }) => code)]).toEqual([
      2,
      ["escalations.undo_too_late", "kernel.not_found"],
    ]);
    await sweepAt("2026-11-23T21:00:00.000Z");
    expect((await read(references[1] ?? "")).told.map(({ kind }) => kind)).toEqual(["half_time"]);
  });

  test("[ESC-10] the summary counts all, active, overdue, and active by severity", async () => {
    const { reference } = await raise({ title: "A", severity: "medium" });
    await raise({ title: "B", severity: "critical" });
    await raise({ title: "C" });
    await resolve(reference);
    await stage.database.setClock({ at: "2026-11-20T13:00:00.000Z" });
    expect(await invoke(readSummary, { actor: stage.world.auditor, input: {} })).toEqual({
      ...{ total: 3, active: 2, overdue: 1, bySeverity: { critical: 1, high: 0, medium: 0, low: 1 } },
    });
  });
});

describe("after an incident", () => {
  test("[ESC-9] [ESC-115] a high one is resolved after its review, which is recorded once and signed by its digest", async () => {
    const { chair, risk } = stage.world;
    const { reference } = await raise({ severity: "high" });
    expect(await answerOf(resolve(reference))).toBe("escalations.review_required");
    const { digest } = await review(reference);
    expect(await answerOf(review(reference))).toBe("escalations.review_recorded");
    const sign = (actor: typeof chair, of: string) =>
      invoke(signIncidentReview, { actor, input: { reference, digest: of } });
    expect(await answerOf(sign(risk, digest))).toBe("kernel.not_permitted");
    expect(await answerOf(sign(chair, "0".repeat(64)))).toBe("escalations.review_missing");
    expect(await answerOf(sign(chair, digest))).toBe("done");
    expect(await answerOf(sign(chair, digest))).toBe("escalations.review_signed");
    await resolve(reference);
    const item = await read(reference);
    expect([item.status, item.review?.recordedBy.name, item.review?.signed?.by.name]).toEqual([
      "resolved",
      "Rita Risk",
      "Ada Chair",
    ]);
  });

  test("[ESC-9] [MTG-131] its actions become follow-ups, once, however often it is told of", async () => {
    const { owner, chair, organizationId, model } = stage.world;
    const { reference } = await raise({ severity: "critical", modelRef: model });
    await review(reference, [
      { text: "Watch certificates", dueInDays: 7, assignee: owner.userId },
      { text: "Write the runbook", dueInDays: 14 },
    ]);
    const [message] = await rows<{ payload: unknown }>(
      "SELECT payload FROM outbox WHERE organization_id = $1 AND topic = 'escalations.incident_reviewed'",
    );
    const create = () =>
      invoke(createIncidentActions, { actor: systemActor(organizationId, "test"), input: message?.payload });
    expect((await create()).created).toHaveLength(2);
    expect((await create()).created).toEqual([]);
    const { items } = await invoke(listActions, { actor: chair, input: {} });
    expect(
      items.map(({ title, dueAt, assignee, source, model: about }) => [
        title,
        dueAt,
        assignee?.name,
        source,
        about?.reference,
      ]),
    ).toEqual([
      [
        "Watch certificates",
        "2026-11-27T09:00:00.000Z",
        "Mira Owner",
        { kind: "post_incident_review", reference },
        model,
      ],
      ["Write the runbook", "2026-12-04T09:00:00.000Z", undefined, { kind: "post_incident_review", reference }, model],
    ]);
  });

  test("[ESC-9] a critical one on a model in operation puts its suspension before the chair", async () => {
    const { model } = stage.world;
    const critical = await raise({ severity: "critical", modelRef: model });
    expect((await read(critical.reference)).suspension).toMatchObject({ model, status: "active" });
    const high = await raise({ title: "Smaller", severity: "high", modelRef: model });
    expect((await read(high.reference)).suspension).toBeNull();
    await stage.database.query(
      "UPDATE models SET status = 'suspended', suspended_from = 'active' WHERE reference = $1",
      [model],
    );
    expect((await read(critical.reference)).suspension).toBeNull();
  });
});

describe("other answers", () => {
  test("[ESC-121] [MTG-132] a dated review is a follow-up, linked, and answers the item; a passed date is refused", async () => {
    const { chair, owner } = stage.world;
    const { reference } = await raise();
    const schedule = (dueAt: string) =>
      invoke(scheduleEscalationReview, {
        actor: chair,
        input: { reference, dueAt, note: "Look at the trend", assignee: owner.userId },
      });
    expect(await answerOf(schedule("2026-11-20T09:00:00Z"))).toBe("meetings.date_passed");
    const first = await schedule("2026-12-01T10:00:00+01:00");
    const second = await schedule("2026-12-15T09:00:00Z");
    expect([first.dueAt, first.action === second.action]).toEqual(["2026-12-01T09:00:00.000Z", false]);
    const item = await read(reference);
    expect([item.status, item.assignee?.name]).toEqual(["acknowledged", "Ada Chair"]);
    // Dated at the same instant of this test's clock.
    expect(item.links.map(({ kind, reference: to }) => [kind, to]).toSorted()).toEqual(
      [
        ["action_item", first.action],
        ["action_item", second.action],
      ].toSorted(),
    );
  });

  test("[ESC-121] converting to a proposal links the two once and answers the item", async () => {
    const { chair } = stage.world;
    const { reference } = await raise();
    const link = (proposal: string) => invoke(linkProposal, { actor: chair, input: { reference, proposal } });
    expect(await answerOf(link("PRP-00000000"))).toBe("escalations.unknown_proposal");
    const { reference: proposal } = await openVote(stage.world);
    expect(await link(proposal)).toEqual({ reference, status: "acknowledged" });
    expect(await link(proposal)).toEqual({ reference, status: "acknowledged" });
    expect((await read(reference)).links.map(({ kind, reference: to }) => [kind, to])).toEqual([
      ["proposal", proposal],
    ]);
  });
});

describe("the queue", () => {
  const list = (input: object = {}) => invoke(listEscalations, { actor: stage.world.chair, input });
  const titles = async (input: object = {}) => (await list(input)).items.map(({ title }) => title);

  async function fill() {
    const { venture, model } = stage.world;
    await raise({ title: "Low old", severity: "low" });
    await stage.database.setClock({ at: "2026-11-20T09:10:00.000Z" });
    await raise({ title: "High", severity: "high", ventureRef: venture });
    await raise({ title: "Medium", severity: "medium", modelRef: model, category: "monitoring_alert" });
    await stage.database.setClock({ at: "2026-11-20T09:20:00.000Z" });
    await raise({ title: "Critical", severity: "critical", source: "Prometheus" });
    await raise({ title: "Low new", severity: "low" });
    await raise({ title: "Low new", severity: "low" });
  }

  test.each([
    ["severity", ["Critical", "High", "Medium", "Low old", "Low new"]],
    ["deadline", ["Critical", "High", "Medium", "Low old", "Low new"]],
    ["newest", ["Low new", "Critical", "Medium", "High", "Low old"]],
    ["oldest", ["Low old", "High", "Medium", "Critical", "Low new"]],
  ])("[ESC-122] by %s, the same whatever the size of a page", async (sort, expected) => {
    await fill();
    expect(await titles({ sort })).toEqual(expected);
    const paged: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list({ sort, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.items.map(({ title }) => title));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(expected);
  });

  test("[ESC-122] filtered by every field that it shows", async () => {
    await fill();
    const { venture, portfolio, model } = stage.world;
    const cases: [object, string[]][] = [
      [{ severity: ["low"] }, ["Low old", "Low new"]],
      [{ channel: ["immediate"] }, ["Critical"]],
      [{ place: ["delivered"] }, ["Critical"]],
      [{ category: ["monitoring_alert"] }, ["Medium"]],
      [{ venture }, ["High"]],
      [{ portfolio }, ["High"]],
      [{ model }, ["Medium"]],
      [{ isMerged: true }, ["Low new"]],
      [{ isDowngraded: true }, []],
      [{ q: "LOW n" }, ["Low new"]],
      [{ q: "prom" }, ["Critical"]],
      [{ q: "100%_" }, []],
      [{ assignee: "none", severity: ["high"] }, ["High"]],
      [{ assignee: "me" }, []],
      [{ status: ["resolved"] }, []],
    ];
    for (const [input, expected] of cases) expect([input, await titles(input)]).toEqual([input, expected]);
    await stage.database.setClock({ at: "2026-11-21T09:10:00.000Z" });
    expect(await titles({ isOverdue: true })).toEqual(["Critical", "High"]);
  });

  test.each([
    "nonsense",
    "WzFd",
    Buffer.from(JSON.stringify(["newest", 4, "2026-11-20T09:00:00.000Z", "x"])).toString("base64url"),
  ])("[ESC-122] a cursor that no list gave: %s", async (cursor) => {
    expect(await answerOf(list({ cursor }))).toBe("kernel.malformed");
  });
});
