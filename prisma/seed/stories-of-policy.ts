// What the demo's board decided that holds, and what it lets stand for a time: two policies with their history, a change
// that is being voted on, risk acceptances with a long and a short time left, and an exception.
import { type BoardDecision, days } from "./story.ts";

const SPENDING = "Spending by agents";
const RELEASES = "Two people release a model";

const spending = (limit: number, approval: number) => ({
  ...{ name: SPENDING, type: "budget_constraint", scope: "ecosystem", priority: 60 },
  statement: `An agent may buy what its task needs. Above ${limit} US dollars a person says yes first, and above ${approval} that person is the chair.\n\nWhat an agent bought is listed every Friday; whoever finds something odd in the list asks the owner of the agent.`,
  rules: [
    {
      condition: { all: [action("approve_spend"), { field: "amount", operator: "gt", value: approval }] },
      ...{ action: "escalate", target: "chairman", message: "The chair decides on larger sums" },
    },
    {
      condition: { all: [action("approve_spend"), { field: "amount", operator: "gt", value: limit }] },
      action: "require_approval",
    },
    { condition: action("approve_spend"), action: "audit" },
  ],
});

function action(value: string) {
  return { field: "action", operator: "eq", value };
}

const releases = (mode: "shadow" | "enforce") => ({
  ...{ name: RELEASES, type: "stage_gate", scope: "ecosystem", mode },
  statement:
    "Whoever built a model does not release it alone. A second person, who did not work on it, reads the release notes and the last evaluation and says yes in writing.",
  rules: [
    {
      condition: { all: [action("advance_stage"), { field: "stage", operator: "gt", value: 15 }] },
      ...{ action: "require_approval", message: "A second person says yes before a release" },
    },
  ],
});

const decided = { votingHours: 72, end: "deadline" } as const;

export const POLICY_STORIES: readonly BoardDecision[] = [
  {
    ...{ ...decided, kind: "decision", what: "policy_change", by: "priya", hoursAgo: days(200), ballots: "yyyyyy-" },
    title: "Set limits for what agents spend",
    description: "The pilot with purchasing agents begins in May. Until then we need a limit that everybody knows.",
    payload: () => ({ change: "create", content: spending(500, 1_000) }),
  },
  {
    ...{ ...decided, kind: "decision", what: "policy_change", by: "tomas", hoursAgo: days(150), ballots: "yyyayy-" },
    title: "Two people release a model",
    description: "Three of the last four incidents began with a release that nobody else had looked at.",
    payload: () => ({ change: "create", content: releases("shadow") }),
  },
  {
    ...{ ...decided, kind: "decision", what: "risk_acceptance", by: "lukas", hoursAgo: days(100), ballots: "yyy-y--" },
    title: "Accept thin data for the smallest districts",
    description: "The regional statistics that would close the gap are published in spring.",
    payload: ({ model, day }) => ({
      ...{ about: "model", model: model("pricing"), residualRisk: "medium", until: day(12) },
      risk: "In eleven small districts the premium rests on fewer than 200 contracts each. Some customers may pay up to 6 % too much or too little.",
      residualExplanation:
        "The error is bounded by the cap on yearly changes, and no product line depends on these districts.",
      measures: [
        "Yearly changes are capped at 5 % in the eleven districts",
        "An actuary reads every complaint from them",
      ],
    }),
  },
  {
    ...{ ...decided, kind: "decision", what: "policy_change", by: "priya", hoursAgo: days(60), ballots: "yyynyyy" },
    title: "Lower the limits for what agents spend",
    description: "Half a year of lists shows that hardly any purchase is above 150 dollars; the odd ones all were.",
    payload: async ({ policy }) => ({ change: "change", ...(await policy(SPENDING)), content: spending(200, 1_000) }),
    reasons: { amara: "Small teams will wait for a signature. I would have kept the higher limit for them." },
  },
  {
    ...{ ...decided, kind: "decision", what: "risk_acceptance", by: "mira", hoursAgo: days(45), ballots: "yyyy-y-" },
    title: "Accept that new fraud patterns are found late",
    description: "The supplier of the pattern feed changes its interface; the new feed is tested from March on.",
    payload: ({ model, day }) => ({
      ...{ about: "model", model: model("fraud"), residualRisk: "low", until: day(160) },
      risk: "Until the new feed is in place, fraud of a kind seen for the first time may stay unnoticed for up to ten days.",
      residualExplanation: "First payments above 20,000 kroner are held for two weeks anyway.",
      measures: [
        "Two investigators read a random sample of fifty paid claims a week",
        "Payments to new accounts wait for three days",
      ],
    }),
  },
  {
    ...{ ...decided, kind: "decision", what: "policy_change", by: "tomas", hoursAgo: days(41), ballots: "yyyyyyn" },
    title: "Enforce that two people release a model",
    description: "In shadow the rule would have stopped four releases; two of them had to be taken back.",
    payload: async ({ policy }) => ({ change: "change", ...(await policy(RELEASES)), content: releases("enforce") }),
    reasons: { david: "My team has one person for releases at night. We need an exception first." },
  },
  {
    ...{ ...decided, kind: "decision", what: "exception_grant", by: "david", hoursAgo: days(30), ballots: "yyyyy--" },
    title: "Actuarial data may release alone at night",
    description: "One person is on duty at night. The second position is advertised and starts in spring.",
    payload: async ({ policy, day }) => ({
      ...{ about: "unit", unit: "Actuarial data", until: day(75), policy: (await policy(RELEASES)).policy },
      rule: "A second person says yes before a release",
      limits:
        "Only corrections of running models, only between 22 and 6, at most two a month; the second person reads the release notes on the next working day.",
    }),
  },
  {
    ...{ kind: "decision", what: "policy_change", by: "jonathan", hoursAgo: 22, votingHours: 96, ballots: "y-y-y--" },
    title: "Let claims agents order expert opinions without asking",
    description: "An expert opinion costs 180 to 340 dollars. Asking each time delays the simple cases by two days.",
    payload: async ({ policy }) => {
      const { rules, ...content } = spending(200, 1_000);
      const opinions = { field: "resourceType", operator: "eq", value: "expert opinion" };
      const upTo400 = { not: { field: "amount", operator: "gt", value: 400 } };
      const allowed = { condition: { all: [action("approve_spend"), opinions, upTo400] }, action: "allow" };
      const statement = `${content.statement}\n\nExpert opinions on claims up to 400 dollars need no yes.`;
      return {
        change: "change",
        ...(await policy(SPENDING)),
        content: { ...content, statement, rules: [allowed, ...rules] },
      };
    },
    reasons: { ingrid: "The list every Friday is enough for me. We look at it again in summer." },
    end: "open",
  },
];
