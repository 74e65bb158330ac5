import { describe, expect, test } from "vitest";
import { findKeyActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { buildBoard } from "../../testing/builders.ts";
import { addPerson, currentPerson } from "../../testing/identity-world.ts";
import { answerOf } from "../../testing/registry-world.ts";
import { createKey } from "../identity/operations/create-key.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { quarantinePerson } from "../identity/operations/quarantine-person.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { scheduleEscalationReview } from "../meetings/operations/schedule-escalation-review.ts";
import { acknowledgeEscalation } from "./operations/acknowledge-escalation.ts";
import { acknowledgeEscalations } from "./operations/acknowledge-escalations.ts";
import { assignEscalation } from "./operations/assign-escalation.ts";
import { changeRules } from "./operations/change-rules.ts";
import { createSilence } from "./operations/create-silence.ts";
import { endSilence } from "./operations/end-silence.ts";
import { linkProposal } from "./operations/link-proposal.ts";
import { listEscalations } from "./operations/list-escalations.ts";
import { listSilences } from "./operations/list-silences.ts";
import { readBriefing } from "./operations/read-briefing.ts";
import { readBudgets } from "./operations/read-budgets.ts";
import { readMetrics } from "./operations/read-metrics.ts";
import { readSummary } from "./operations/read-summary.ts";
import { recordIncidentReview } from "./operations/record-incident-review.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { setBudget } from "./operations/set-budget.ts";
import { signIncidentReview } from "./operations/sign-incident-review.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, read, rows, used } = actsOnAttention(() => stage);

const REVIEW = {
  ...{ timeline: [{ at: "2026-11-20T08:40:00.000Z", what: "First alert" }], actions: [], policyUpdates: "None" },
  ...{ rootCause: "A certificate had expired", impact: "Claims waited", lessons: "Watch certificates" },
};
type Act = (actor: PersonActor, reference: string) => Promise<unknown>;
/** Each answers an item; what they are about is not looked at before whose it is. */
const ANSWERS: readonly [string, Act][] = [
  ["acknowledge", (actor, reference) => invoke(acknowledgeEscalation, { actor, input: { reference } })],
  [
    "assign",
    (actor, reference) => invoke(assignEscalation, { actor, input: { reference, assignee: stage.world.risk.userId } }),
  ],
  ["resolve", (actor, reference) => invoke(resolveEscalation, { actor, input: { reference, resolution: "Done" } })],
  ["review", (actor, reference) => invoke(recordIncidentReview, { actor, input: { reference, ...REVIEW } })],
  [
    "convert to a proposal",
    (actor, reference) => invoke(linkProposal, { actor, input: { reference, proposal: "PRP-00000000" } }),
  ],
  [
    "date a review",
    (actor, reference) =>
      invoke(scheduleEscalationReview, { actor, input: { reference, dueAt: "2026-12-01T09:00:00Z", note: "Look" } }),
  ],
];

async function byKey(actor: PersonActor, scopes: string[]): Promise<PersonActor> {
  const { key } = await invoke(createKey, { actor, input: { name: "script", scopes, expiresInDays: 1 } });
  const holder = await findKeyActor(key);
  if (holder === null) throw new Error("The key does not hold");
  return holder;
}

describe.each(ANSWERS)("to %s", (_name, act) => {
  test("[ESC-116] [ORG-2] is nobody's who may only look, nor of whom it does not concern, nor of another organisation", async () => {
    const { auditor, advisor, model, organizationId } = stage.world;
    const { reference } = await raise({ severity: "high", modelRef: model });
    const plain = await addPerson(organizationId, { grantedRoles: [], password: null });
    expect(plain.roles).toEqual(["member"]);
    const stranger = (await buildBoard()).chair;
    const reader = await byKey(stage.world.chair, ["escalations.read"]);
    const answers = [];
    for (const actor of [auditor, advisor, stage.world.otherOwner, plain, stranger, reader]) {
      answers.push((await answerOf(act(actor, reference))).replace("meetings.not_your_escalation", "not_yours"));
    }
    expect(answers.map((code) => code.replace(/^\w+\./u, ""))).toEqual([
      ...["not_permitted", "not_permitted", "not_yours", "not_yours", "not_found", "out_of_scope"],
    ]);
    expect((await read(reference)).status).toBe("open");
  });

  test("[ESC-116] is the lead's, whose venture it is, a plain member too; and of nobody in quarantine", async () => {
    const { venture, admin, organizationId } = stage.world;
    const { reference } = await raise({ severity: "high", ventureRef: venture });
    const plain = await addPerson(organizationId, { grantedRoles: [], password: null });
    await rows("UPDATE ventures SET lead_user_id = $2 WHERE organization_id = $1", plain.userId);
    await invoke(quarantinePerson, { actor: admin, input: { personId: plain.userId, reason: "Strange sign-ins" } });
    const held = await currentPerson(organizationId, plain.userId);
    expect(await answerOf(act(held, reference))).toBe("kernel.quarantined");
    // Whatever comes now, it is not that it is not theirs.
    expect(await answerOf(act(plain, reference))).not.toMatch(/not_your|not_permitted/u);
  });
});

test("[ESC-116] of several, those that are not theirs are left and named", async () => {
  const { otherOwner, venture } = stage.world;
  const own = await raise({ title: "Own", ventureRef: venture });
  const other = await raise({ title: "Other" });
  const input = { references: [own.reference, other.reference] };
  expect(await invoke(acknowledgeEscalations, { actor: otherOwner, input })).toEqual({
    ...{ done: [own.reference], left: [{ reference: other.reference, code: "escalations.not_yours" }] },
  });
});

test("[ESC-116] nobody is given an item who could not answer it", async () => {
  const { chair, admin, auditor, advisor, owner, otherOwner, organizationId } = stage.world;
  const { reference } = await raise();
  const assign = (assignee: string) =>
    answerOf(invoke(assignEscalation, { actor: chair, input: { reference, assignee } }));
  const stranger = (await buildBoard()).owner;
  await invoke(endMembership, { actor: admin, input: { personId: otherOwner.userId, reason: "Left the company" } });
  const quarantined = await addPerson(organizationId, { trustLevel: "quarantine", grantedRoles: [], password: null });
  for (const { userId } of [auditor, advisor, stranger, otherOwner, quarantined]) {
    expect(await assign(userId)).toBe("escalations.unknown_member");
  }
  const acknowledge = { reference, assignee: auditor.userId };
  expect(await answerOf(invoke(acknowledgeEscalation, { actor: chair, input: acknowledge }))).toBe(
    "escalations.unknown_member",
  );
  expect((await read(reference)).status).toBe("open");
  expect(await assign(owner.userId)).toBe("done");
});

test("[ESC-111] [ESC-115] [ESC-123] [ESC-124] silences, signatures and budgets are the chair's; hours the chair's and the admin's", async () => {
  const { chair, admin, risk, owner } = stage.world;
  const { reference } = await raise({ severity: "high" });
  const { digest } = await invoke(recordIncidentReview, { actor: risk, input: { reference, ...REVIEW } });
  const silence = { matcher: { source: "x" }, reason: "Planned maintenance", endsInHours: 2 };
  const limits = { immediatePerDay: 1, nextBriefingPerDay: 1, weeklyPerWeek: 1 };
  const { reference: silenceReference } = await invoke(createSilence, { actor: chair, input: silence });
  const acts: ((actor: PersonActor) => Promise<unknown>)[] = [
    (actor) => invoke(createSilence, { actor, input: silence }),
    (actor) => invoke(endSilence, { actor, input: { reference: silenceReference, reason: "Over" } }),
    (actor) => invoke(signIncidentReview, { actor, input: { reference, digest } }),
    (actor) => invoke(setBudget, { actor, input: { scope: "ecosystem", ...limits, reason: "Quiet" } }),
    (actor) => invoke(changeRules, { actor, input: { summaryHour: 12 } }),
  ];
  const answers = async (actor: PersonActor) => {
    const codes: string[] = [];
    for (const act of acts) codes.push((await answerOf(act(actor))) === "done" ? "done" : "no");
    return codes;
  };
  expect(await answers(owner)).toEqual(["no", "no", "no", "no", "no"]);
  expect(await answers(risk)).toEqual(["no", "no", "no", "no", "no"]);
  expect(await answers(admin)).toEqual(["no", "no", "no", "no", "done"]);
  expect(await answers(await byKey(chair, ["escalations.read"]))).toEqual(["no", "no", "no", "no", "no"]);
  expect(await answers(chair)).toEqual(["done", "done", "done", "done", "done"]);
});

test("[ORG-1] [ORG-3] two organisations with equal items, silences and critical ones know nothing of each other", async () => {
  const here = stage.world;
  const there = await buildBoard();
  const elsewhere = (input: object) => raise({ title: "Latency above target", ...input }, there.owner);
  await invoke(createSilence, {
    actor: here.chair,
    input: { matcher: { titleContains: "latency" }, reason: "Planned maintenance", endsInHours: 2 },
  });
  const own = await raise({ severity: "high" });
  const others = await elsewhere({ severity: "high" });
  expect([own.place, others.place, others.merged, others.occurrences]).toEqual(["held", "queued", false, 1]);
  // Neither model nor venture of the other organisation can be named, by a matcher neither.
  expect(await answerOf(elsewhere({ modelRef: here.model }))).toBe("escalations.unknown_subject");
  expect(await answerOf(elsewhere({ ventureRef: here.venture }))).toBe("escalations.unknown_subject");
  const matcher = { venture: here.venture };
  const input = { matcher, reason: "Planned maintenance", endsInHours: 2 };
  expect(await answerOf(invoke(createSilence, { actor: there.chair, input }))).toBe("escalations.unknown_subject");
  const budget = { scope: here.venture, immediatePerDay: 1, nextBriefingPerDay: 1, weeklyPerWeek: 1, reason: "x" };
  expect(await answerOf(invoke(setBudget, { actor: there.chair, input: budget }))).toBe("escalations.unknown_scope");
  expect(await used()).toEqual([]);
  const { chair: actor } = there;
  expect((await invoke(listEscalations, { actor, input: {} })).items.map(({ reference }) => reference)).toEqual([
    others.reference,
  ]);
  expect((await invoke(listSilences, { actor, input: {} })).items).toEqual([]);
  expect((await invoke(readSummary, { actor, input: {} })).total).toBe(1);
  expect((await invoke(readBriefing, { actor, input: {} })).held).toEqual([]);
  expect((await invoke(readBudgets, { actor, input: {} })).scopes.map(({ level }) => level)).toEqual(["ecosystem"]);
  expect((await invoke(readMetrics, { actor, input: {} })).byAge.map(({ count }) => count)).toEqual([1]);
});

test("[ORG-1] the claim of the database asks for an organisation, keeps to it, and is nobody's but the application's", async () => {
  const text = "ARRAY['x']";
  const call = `SELECT * FROM escalation_claim(${text}, ${text}, ${text}, ${text}, ${text}, ARRAY[0], '[]'::json, now())`;
  await expect(stage.database.query(call)).rejects.toThrow(/organization_id is not set/u);
  const [rights] = await stage.database.query<{ open: number; unset: number }>(
    `SELECT count(*) FILTER (WHERE has_function_privilege('public', p.oid, 'EXECUTE'))::int AS open,
       count(*) FILTER (WHERE p.prosecdef AND NOT COALESCE(p.proconfig::text LIKE '%search_path=public, pg_temp%', false))::int AS unset
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'public' AND p.proname IN ('escalation_claim', 'due_escalation_work', 'escalation_holders_over')`,
  );
  expect(rights).toEqual({ open: 0, unset: 0 });
});
