// What asked for attention in the demo organisation: a tree of portfolios and ventures, and the escalations of the last two
// weeks, each raised, merged, answered and told by the product's own operations at its own instant.
import type { z } from "zod";
import { acknowledgeEscalation } from "../../lib/governance/escalations/operations/acknowledge-escalation.ts";
import { assignEscalation } from "../../lib/governance/escalations/operations/assign-escalation.ts";
import { createSilence } from "../../lib/governance/escalations/operations/create-silence.ts";
import { raiseEscalation } from "../../lib/governance/escalations/operations/raise-escalation.ts";
import { raiseEscalations } from "../../lib/governance/escalations/operations/raise-escalations.ts";
import { readEscalation } from "../../lib/governance/escalations/operations/read-escalation.ts";
import { recordIncidentReview } from "../../lib/governance/escalations/operations/record-incident-review.ts";
import { resolveEscalation } from "../../lib/governance/escalations/operations/resolve-escalation.ts";
import { setBudget } from "../../lib/governance/escalations/operations/set-budget.ts";
import { signIncidentReview } from "../../lib/governance/escalations/operations/sign-incident-review.ts";
import type { RaiseInput } from "../../lib/governance/escalations/schema.ts";
import { addHours } from "../../lib/governance/kernel/calendar.ts";
import { createPortfolio } from "../../lib/governance/portfolio/operations/create-portfolio.ts";
import { createVenture } from "../../lib/governance/portfolio/operations/create-venture.ts";
import { sweepEscalations } from "../../lib/jobs/escalation-sweep.ts";
import type { DemoWorld } from "./world.ts";

const TREE = [
  {
    name: "Insurance operations",
    description: "Claims, underwriting and what serves policyholders every day",
    ventures: [
      { key: "claims", name: "Straight-through claims", stage: 16, allocationUsd: 420_000, lead: "mira" },
      { key: "pricing", name: "Fair pricing", stage: 9, allocationUsd: 180_000, lead: "lukas" },
    ],
  },
  {
    name: "Customer service",
    description: "How policyholders reach us, and what answers them",
    ventures: [
      { key: "assistant", name: "Service assistant", stage: 5, allocationUsd: 95_000, lead: "hanna" },
      { key: "letters", name: "Plain letters", stage: 3, allocationUsd: 40_000, lead: "hanna" },
    ],
  },
] as const;

/** Ventures by their key. */
export async function plantTree(world: DemoWorld): Promise<ReadonlyMap<string, string>> {
  const ventures = new Map<string, string>();
  for (const { ventures: members, ...portfolio } of TREE) {
    const { reference } = await world.act("ingrid", createPortfolio, portfolio);
    for (const { key, lead, ...venture } of members) {
      const input = { ...venture, portfolio: reference, lead: world.userId(lead) };
      ventures.set(key, (await world.act("ingrid", createVenture, input)).reference);
    }
  }
  return ventures;
}

type Act = { readonly hoursAgo: number; readonly run: () => Promise<void> };

/** The acts of two weeks, in any order; the history puts them in the order of time. */
export function planAttention(
  world: DemoWorld,
  ventures: ReadonlyMap<string, string>,
  modelOf: (key: string) => string,
): readonly Act[] {
  const venture = (key: string) => ventures.get(key) ?? "";
  const made = new Map<string, string>();
  const raise = (hoursAgo: number, by: string, key: string, input: RaiseInputs): Act => ({
    hoursAgo,
    run: async () => {
      made.set(key, (await world.act(by, raiseEscalation, input)).reference);
    },
  });
  const answer = (hoursAgo: number, run: () => Promise<unknown>): Act => ({
    hoursAgo,
    run: async () => {
      await run();
    },
  });
  const reference = (key: string) => made.get(key) ?? "";
  return [
    ...planBreach({ world, raise, answer, reference, venture: venture("claims") }),
    ...planWeek({ world, raise, answer, reference, venture, modelOf }),
  ];
}

type RaiseInputs = z.input<typeof RaiseInput>;

type Plan = {
  readonly world: DemoWorld;
  readonly raise: (hoursAgo: number, by: string, key: string, input: RaiseInputs) => Act;
  readonly answer: (hoursAgo: number, run: () => Promise<unknown>) => Act;
  readonly reference: (key: string) => string;
};

/** A data breach, from the raise to the signed review. */
function planBreach({ world, raise, answer, reference, venture }: Plan & { readonly venture: string }): Act[] {
  const at = (hoursAgo: number) => addHours(world.today, -hoursAgo).toISOString();
  return [
    raise(262, "mira", "breach", {
      title: "Data breach: claim letters sent to the wrong policyholders",
      description: "Eleven letters of one print run carried the address block of the run before.",
      ...{ category: "data_breach", ventureRef: venture, financialImpactUsd: 18_000, deadlineHours: 72 },
    }),
    answer(261, () => world.act("priya", acknowledgeEscalation, { reference: reference("breach") })),
    answer(238, () =>
      world.act("priya", recordIncidentReview, {
        reference: reference("breach"),
        timeline: [
          { at: at(266), what: "The print run starts with the address file of the run before" },
          { at: at(262), what: "A policyholder calls; the run is stopped and the matter is raised" },
          { at: at(250), what: "All eleven recipients are reached and have agreed to destroy the letters" },
        ],
        rootCause: "The address file was chosen by its date, and two runs on one day had the same.",
        impact: "Eleven policyholders; names, addresses and claim numbers; no health data.",
        actions: [
          { text: "Choose address files by their digest, not by date", dueInDays: 14, assignee: world.userId("mira") },
          { text: "Tell the supervisory authority what was found", dueInDays: 30, assignee: world.userId("elena") },
        ],
        lessons: "A run that cannot show which file it used must not start.",
        policyUpdates: "Printing is added to the checks before release of claim letters.",
      }),
    ),
    answer(214, async () => {
      const reviewed = reference("breach");
      const { review } = await world.act("ingrid", readEscalation, { reference: reviewed });
      if (review === null) throw new Error("The review of the demo is missing");
      await world.act("ingrid", signIncidentReview, { reference: reviewed, digest: review.digest });
      const resolution = "All recipients reached, the cause removed, the review signed.";
      await world.act("ingrid", resolveEscalation, { reference: reviewed, resolution });
    }),
  ];
}

type WeekPlan = Plan & {
  readonly venture: (key: string) => string;
  readonly modelOf: (key: string) => string;
};

/** What waits today: noise that was merged, a storm over the budget, cards, questions. */
function planWeek({ world, raise, answer, reference, venture, modelOf }: WeekPlan): Act[] {
  const storm = Array.from({ length: 24 }, (_, index) => ({
    title: `Confidence below floor in intent ${index + 1}`,
    ...{ source: "Assistant monitor", severity: index < 4 ? "critical" : "medium", category: "monitoring_alert" },
    ventureRef: venture("assistant"),
  }));
  return [
    answer(190, () =>
      world.act("ingrid", setBudget, {
        ...{ scope: venture("assistant"), immediatePerDay: 1, nextBriefingPerDay: 3, weeklyPerWeek: 20 },
        reason: "A trial that is watched closely by its own team",
      }),
    ),
    raise(170, "lukas", "drift", {
      title: "Performance degradation of the tariff model since the new year's tables",
      ...{ modelRef: modelOf("pricing"), ventureRef: venture("pricing"), category: "model_performance" },
    }),
    answer(165, () =>
      world.act("tomas", assignEscalation, { reference: reference("drift"), assignee: world.userId("lukas") }),
    ),
    raise(90, "hanna", "training", {
      title: "Training needs for the new case handlers",
      ventureRef: venture("letters"),
    }),
    raise(74, "hanna", "complaints", {
      title: "Pattern of user complaints about call-backs",
      ...{ ventureRef: venture("assistant"), category: "user_complaint" },
    }),
    ...[72, 70, 61, 55, 52].map((hoursAgo) =>
      raise(hoursAgo, "hanna", "complaints", {
        title: "Pattern of user complaints about call-backs",
        ...{ ventureRef: venture("assistant"), category: "user_complaint" },
      }),
    ),
    answer(30, () =>
      world.act("ingrid", createSilence, {
        matcher: { source: "Nightly export" },
        ...{ reason: "The export is being rebuilt until the end of the month", endsInHours: 300 },
      }),
    ),
    raise(29, "mira", "export", {
      title: "Nightly export finished late",
      source: "Nightly export",
      severity: "medium",
    }),
    answer(26, () => world.act("hanna", raiseEscalations, { items: storm })),
    raise(22, "lukas", "supplier", {
      title: "Supplier announces an increase of its fees",
      ...{ category: "budget_increase", ventureRef: venture("claims"), financialImpactUsd: 900, deadlineHours: 60 },
    }),
    raise(9, "amara", "bias", {
      title: "Bias incident reported by the customer council",
      description: "Two of forty sampled declines had no reason that a policyholder could check.",
      ...{ category: "bias_incident", ventureRef: venture("claims") },
    }),
    raise(3, "tomas", "outputs", {
      title: "Harmful outputs of the service assistant",
      description: "The assistant advised a caller to postpone treatment. The transcript is attached to the case.",
      ...{ category: "harmful_output", ventureRef: venture("assistant"), modelRef: modelOf("chat") },
    }),
    raise(1.5, "hanna", "conflict", { title: "Scheduling conflict of the January review" }),
  ];
}

/** What comes due until an instant, each at its own, as the jobs would have done it. */
export async function sweepUntil(world: DemoWorld, at: Date): Promise<void> {
  for (let due = await world.firstDue(at); due !== null; due = await world.firstDue(at)) {
    await world.setClock(due);
    for (let turn = 0; turn < 20 && (await sweepEscalations()); turn += 1);
  }
}
