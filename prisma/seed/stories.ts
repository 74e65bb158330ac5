// What has become of each model of the demo, as data: every tier and status, every way a proposal can end, and some
// that wait for somebody today. `history.ts` carries the stories out.

import type { Criterion, ModelStatus } from "../../lib/governance/registry/schema.ts";
import type { Choice } from "../../lib/governance/voting/schema.ts";

/** The board in the order of the ballots below. */
export const VOTERS = ["ingrid", "tomas", "priya", "amara", "jonathan", "elena", "david"] as const;

/** One letter a voter, in the order above: y, n, a, or - for no ballot. A recused member is a -. */
export type Ballots = string;

export type Submission = {
  readonly kind: "submission";
  readonly model: string;
  /** Hours before now. */
  readonly hoursAgo: number;
  readonly quality: number;
  readonly weak?: readonly Criterion[];
  readonly votingHours?: number;
  readonly conditions?: readonly { readonly text: string; readonly dueInDays: number }[];
  readonly ballots?: Ballots;
  readonly reasons?: Readonly<Partial<Record<(typeof VOTERS)[number], string>>>;
  readonly end?: "deadline" | "open" | { readonly withdrawnAfterHours: number; readonly reason: string };
  /** The chair's decision on advice, hours after the deadline. */
  readonly advised?: {
    readonly decision: "approved" | "rejected";
    readonly reason: string;
    readonly afterHours: number;
  };
  readonly recuse?: { readonly member: (typeof VOTERS)[number]; readonly reason: string };
};

export type StatusProposal = {
  readonly kind: "activation" | "decommission";
  readonly model: string;
  readonly hoursAgo: number;
  readonly votingHours: number;
  readonly by: string;
  readonly reason: string;
  readonly ballots: Ballots;
  readonly end: "deadline" | "open";
};

export type Transition = {
  readonly kind: "transition";
  readonly model: string;
  readonly hoursAgo: number;
  readonly by: string;
  readonly to: ModelStatus;
  readonly reason: string;
};

export type Story = Submission | StatusProposal | Transition;

export const CHOICES: Readonly<Record<string, Choice>> = { y: "yes", n: "no", a: "abstain" };

const DAY = 24;
const days = (count: number): number => count * DAY;

function approved(model: string, daysAgo: number, quality: number, rest: Partial<Submission> = {}): Submission {
  return { kind: "submission", model, hoursAgo: days(daysAgo), quality, ballots: "yyyyy-y", end: "deadline", ...rest };
}

function activated(model: string, daysAgo: number, by: string): Transition {
  const reason = "Approved; the release checks of operations are done.";
  return { kind: "transition", model, hoursAgo: days(daysAgo), by, to: "active", reason };
}

const LOW_TIER: readonly Story[] = [
  approved("reserve", 280, 0.84, { end: undefined }),
  activated("reserve", 279, "mira"),
  approved("lineage", 270, 0.79, { end: undefined }),
  activated("lineage", 268, "david"),
  approved("routing", 260, 0.86, { end: undefined }),
  activated("routing", 259, "hanna"),
  approved("recovery", 250, 0.81, { end: undefined }),
  approved("flood", 240, 0.88, { end: undefined }),
  activated("flood", 238, "lukas"),
  approved("quality", 230, 0.83, { end: undefined }),
  activated("quality", 229, "david"),
  approved("knowledge", 200, 0.8, { end: undefined }),
  activated("knowledge", 199, "hanna"),
  approved("broker", 150, 0.78, { end: undefined }),
  approved("duplicate", 120, 0.8, { end: undefined, weak: ["compliance_check"] }),
  {
    kind: "transition",
    model: "lineage",
    hoursAgo: days(90),
    by: "david",
    to: "deprecated",
    reason: "Replaced by the catalogue's own view.",
  },
  {
    kind: "transition",
    model: "lineage",
    hoursAgo: days(61),
    by: "david",
    to: "decommissioned",
    reason: "No user in the last month.",
  },
  {
    kind: "transition",
    model: "lineage",
    hoursAgo: days(60),
    by: "ingrid",
    to: "decommissioned",
    reason: "Agreed: nothing depends on it.",
  },
];

const ADVISED: readonly Story[] = [
  approved("photo", 220, 0.82, { advised: { decision: "approved", reason: "", afterHours: 20 } }),
  activated("photo", 215, "mira"),
  approved("chat", 210, 0.77, {
    conditions: [{ text: "Name the hand-over to a person in the first message", dueInDays: 30 }],
    advised: { decision: "approved", reason: "", afterHours: 6 },
  }),
  activated("chat", 205, "hanna"),
  approved("letters", 190, 0.72, {
    ballots: "ynnyn-n",
    reasons: {
      priya: "The drafts quote clauses that the policy does not have; two of sixty in the sample.",
      elena: "A letter is a legal act. I want the clause check built in before we rely on review alone.",
    },
    conditions: [{ text: "Check every quoted clause against the policy text before a draft is shown", dueInDays: 45 }],
    advised: {
      decision: "approved",
      reason:
        "A handler signs every letter, and the clause check is a condition with a date. I carry the risk until then.",
      afterHours: 26,
    },
  }),
  activated("letters", 184, "mira"),
  approved("lapse", 170, 0.81, { advised: { decision: "approved", reason: "", afterHours: 4 } }),
  activated("lapse", 164, "lukas"),
  approved("translate", 160, 0.85, { advised: { decision: "approved", reason: "", afterHours: 5 } }),
  activated("translate", 155, "hanna"),
  approved("anonymize", 140, 0.83, {
    ballots: "yyyyyy-",
    advised: { decision: "approved", reason: "", afterHours: 8 },
  }),
  activated("anonymize", 134, "david"),
  approved("speech", 100, 0.71, {
    ballots: "nynnyn-",
    reasons: { amara: "Callers are told about recording, not about transcription. That is not consent." },
    advised: { decision: "rejected", reason: "", afterHours: 3 },
  }),
  {
    kind: "submission",
    model: "cyber",
    hoursAgo: 80,
    quality: 0.76,
    ballots: "-nyyny-",
    reasons: {
      tomas:
        "The public scan misses half of the systems of a typical customer; the rating would look surer than it is.",
    },
    end: "deadline",
  },
  {
    kind: "submission",
    model: "sentiment",
    hoursAgo: 43,
    quality: 0.73,
    ballots: "--n----",
    reasons: { priya: "I see no benefit that would justify reading moods from voices." },
    end: "open",
  },
];

const BINDING: readonly Story[] = [
  approved("fraud", 275, 0.83, { ballots: "yyyyyyy" }),
  activated("fraud", 271, "mira"),
  approved("pricing", 265, 0.79, {
    ballots: "yyyny-y",
    reasons: {
      amara: "The postcode stands in for origin in three districts. I would have waited for the second analysis.",
    },
    conditions: [
      {
        text: "Repeat the group comparison without the postcode and report the difference to the board",
        dueInDays: 60,
      },
      { text: "Publish how the premium is formed in plain language", dueInDays: 90 },
    ],
  }),
  activated("pricing", 261, "lukas"),
  approved("motor", 180, 0.71, {
    ballots: "nynnya-",
    weak: ["monitoring_plan", "performance_metrics"],
    reasons: {
      ingrid: "Night drivers are mostly shift workers. We would charge them for their job.",
      priya: "No owner for the drift alert, and the smallest product line gets worse.",
    },
  }),
  approved("mortality", 150, 0.87, { ballots: "yyyyyy-" }),
  activated("mortality", 146, "david"),
  {
    kind: "transition",
    model: "mortality",
    hoursAgo: days(19),
    by: "ingrid",
    to: "suspended",
    reason: "The national statistics withdrew the series the update rests on.",
  },
  approved("catastrophe", 130, 0.82, { ballots: "yyy-yyy" }),
  activated("catastrophe", 126, "lukas"),
  {
    kind: "transition",
    model: "catastrophe",
    hoursAgo: days(12),
    by: "lukas",
    to: "deprecated",
    reason: "Version 7 runs beside it since October.",
  },
  {
    kind: "decommission",
    model: "catastrophe",
    hoursAgo: 26,
    votingHours: 96,
    by: "lukas",
    reason: "Version 7 has replaced it in all three programmes; the last report from 6.3 was in October.",
    ballots: "-y--y--",
    end: "open",
  },
  approved("health", 95, 0.84, {
    ballots: "yyyyay-",
    conditions: [{ text: "A doctor reads every loading above 100 % before it is sent", dueInDays: 20 }],
  }),
  {
    kind: "activation",
    model: "health",
    hoursAgo: days(82),
    votingHours: 72,
    by: "lukas",
    reason: "The medical review is in place and was tested for three weeks.",
    ballots: "yyynyy-",
    end: "deadline",
  },
  {
    kind: "submission",
    model: "injury",
    hoursAgo: days(33),
    quality: 0.74,
    ballots: "-y-----",
    end: {
      withdrawnAfterHours: 30,
      reason: "The medical director asked for a larger sample before the board decides.",
    },
  },
  {
    kind: "submission",
    model: "triage",
    hoursAgo: days(40),
    quality: 0.72,
    weak: ["monitoring_plan"],
    ballots: "-yy----",
    conditions: [
      { text: "A handler decides every claim above 50,000 kroner", dueInDays: 14 },
      { text: "Stop automatic settlement when complaints double within a week", dueInDays: 14 },
      { text: "Bias audit by an outside party", dueInDays: 90 },
    ],
    end: "deadline",
  },
  {
    kind: "submission",
    model: "triage",
    hoursAgo: 20,
    quality: 0.81,
    ballots: "-yynyy-",
    conditions: [
      { text: "A handler decides every claim above 50,000 kroner", dueInDays: 14 },
      { text: "Bias audit by an outside party", dueInDays: 90 },
    ],
    reasons: {
      tomas: "Reproduced from the repository; the held-out year holds up on every product line.",
      priya: "Residual risk is acceptable with the ceiling and the outside audit.",
      amara: "The gap for customers with incomplete files is measured, not closed. I cannot say yes to that yet.",
      jonathan: "Ten weeks of pilot: simple claims settled the same day, complaints down by a fifth.",
    },
    recuse: { member: "david", reason: "My team prepares the training data of this model." },
    end: "open",
  },
  {
    kind: "submission",
    model: "complaint",
    hoursAgo: 47,
    quality: 0.78,
    ballots: "y-yn---",
    reasons: {
      ingrid: "The statutory period is kept by rule whatever the class says. That settles it for me.",
      amara: "People who write badly wait longer. The sample shows it.",
    },
    end: "open",
  },
  {
    kind: "submission",
    model: "linkage",
    hoursAgo: 4,
    quality: 0.8,
    votingHours: 120,
    weak: ["documentation"],
    ballots: "-------",
    end: "open",
  },
];

export const STORIES: readonly Story[] = [...LOW_TIER, ...ADVISED, ...BINDING];
