// Answers "what is shown at a glance?" (DSH): the shapes of the dashboard, the home page and the frame. Browser-safe.
import { z } from "zod";
import { BoardRole, CapabilityView } from "../board/schema.ts";
import { ActionStatus } from "../meetings/schema.ts";
import { GrantKind } from "../policy/schema.ts";
import { ModelStatus, Tier } from "../registry/schema.ts";
import { AllegationKind } from "../voting/allegation-view.ts";
import { DecisionStanding, ProposalKind, ReasonOutput } from "../voting/schema.ts";

export const NoInput = z.strictObject({});

const count = z.int().min(0);
const instant = z.iso.datetime();
const listing = <Item extends z.ZodType>(item: Item) => z.strictObject({ total: count, items: z.array(item) });

export const OrganizationCard = z.strictObject({
  id: z.guid(),
  name: z.string(),
  timeZone: z.string(),
  isDemo: z.boolean(),
});
export type OrganizationCard = z.infer<typeof OrganizationCard>;

export const Shell = z.strictObject({
  at: instant,
  organization: OrganizationCard,
  votesNeedingYou: count,
  /** Only the chair is asked; a hundred stands for all that are more. */
  escalationsNeedingYou: count,
});
export type Shell = z.infer<typeof Shell>;

// ── GET /dashboard ───────────────────────────────────────────────────────────────────────────────────────────────────
export const Dashboard = z.strictObject({
  at: instant,
  organization: OrganizationCard,
  models: z.strictObject({ total: count, byStatus: z.record(ModelStatus, count), byTier: z.record(Tier, count) }),
  reviewsDue: count,
  escalations: z.strictObject({
    total: count,
    active: count,
    overdue: count,
    bySeverity: z.strictObject({ critical: count, high: count, medium: count, low: count }),
  }),
  board: CapabilityView.omit({ reasons: true }),
  pendingDecisions: count,
});
export type Dashboard = z.infer<typeof Dashboard>;

// ── home ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ModelCard = z.strictObject({ reference: z.string(), name: z.string(), version: z.string(), tier: Tier });
export type ModelCard = z.infer<typeof ModelCard>;

export const ProposalLine = z.strictObject({
  reference: z.string(),
  title: z.string(),
  kind: ProposalKind,
  isBinding: z.boolean(),
  model: ModelCard.nullable(),
  deadlineAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** Ballots cast and members entitled; who stands aside is in neither. null while the reader may not see turnout. */
  cast: count.nullable(),
  entitled: count,
});
export type ProposalLine = z.infer<typeof ProposalLine>;

export const FollowUpLine = z.strictObject({
  reference: z.string(),
  title: z.string(),
  status: ActionStatus,
  dueAt: instant,
  isOverdue: z.boolean(),
  assignee: z.string().nullable(),
  model: ModelCard.nullable(),
});
export type FollowUpLine = z.infer<typeof FollowUpLine>;

/** An acceptance or exception at its end, whose renewal is drafted and waits to be opened. */
export const RenewalLine = z.strictObject({
  reference: z.string(),
  kind: GrantKind,
  title: z.string(),
  endsAt: instant,
  /** In whose name the renewal is drafted. */
  proposer: z.string(),
});
export type RenewalLine = z.infer<typeof RenewalLine>;

/** An alleged conflict of interest that waits for the reader's ruling. */
export const RulingLine = z.strictObject({
  reference: z.string(),
  member: z.string(),
  about: z.string(),
  kind: AllegationKind,
  allegedAt: instant,
  isAnswered: z.boolean(),
});
export type RulingLine = z.infer<typeof RulingLine>;

export const DecisionLine = z.strictObject({
  reference: z.string(),
  title: z.string(),
  kind: z.string(),
  outcome: z.string(),
  standing: DecisionStanding,
  /** Taken alone by the chair; then `proposal` is the vote that ratifies it (VOT-11). */
  isByChair: z.boolean(),
  /** It made such a decision final or reversed it. */
  isSettlement: z.boolean(),
  why: z.string(),
  decidedAt: instant,
  proposal: z.string().nullable(),
  model: ModelCard.nullable(),
});
export type DecisionLine = z.infer<typeof DecisionLine>;

/** What the chair decided alone and the board has not settled yet (VOT-11). */
export const ProvisionalLine = z.strictObject({
  decision: z.string(),
  /** The vote that ratifies it. */
  proposal: z.string(),
  title: z.string(),
  kind: ProposalKind,
  decidedBy: z.string(),
  decidedAt: instant,
  /** Reversed then, unless it is ratified. */
  deadlineAt: instant,
  /** Not ratified, and it could not be reversed (VOT-146). */
  isStuck: z.boolean(),
  model: ModelCard.nullable(),
});
export type ProvisionalLine = z.infer<typeof ProvisionalLine>;

/** What is asked of an owner (the first five), or whom the owner waits for. */
export const OwnerTask = z.enum([
  "renew_review",
  "revise_scorecard",
  "finish_scorecard",
  "fill_scorecard",
  "activate",
  "await_vote",
  "await_chair",
  "await_release",
  "nothing",
]);
export type OwnerTask = z.infer<typeof OwnerTask>;

export const OwnedModelLine = ModelCard.extend({
  status: ModelStatus,
  riskScore: count,
  nextReviewAt: instant.nullable(),
  task: OwnerTask,
});
export type OwnedModelLine = z.infer<typeof OwnedModelLine>;

export const FirstStep = z.enum([
  "seat_board",
  "import_inventory",
  "register_model",
  "invite_people",
  "read_charter",
  "read_record",
]);
export type FirstStep = z.infer<typeof FirstStep>;

export const Home = z.strictObject({
  at: instant,
  organization: OrganizationCard,
  /** What is most pressing, first; the page's sentence. */
  headline: z.array(ReasonOutput).min(1),
  votes: listing(ProposalLine),
  /** Of the chair, or of whoever rules in the chair's place; the oldest first. */
  rulings: listing(RulingLine),
  /** For the board and the admins; null for everybody else. */
  provisional: listing(ProvisionalLine).nullable(),
  followUps: z.strictObject({ total: count, overdue: count, items: z.array(FollowUpLine) }),
  chair: z
    .strictObject({
      awaitingDecision: listing(ProposalLine),
      readyToClose: listing(ProposalLine),
      inquorate: listing(ProposalLine),
      renewals: listing(RenewalLine),
      notReversed: listing(ProvisionalLine),
      overdueFollowUps: listing(FollowUpLine),
    })
    .nullable(),
  owner: z.strictObject({ total: count, asked: count, items: z.array(OwnedModelLine) }).nullable(),
  /** What an admin has to set right; null for everybody else. */
  setUp: z.array(ReasonOutput).nullable(),
  record: z.strictObject({ entries: count, lastEntryAt: instant.nullable(), decisions: count }).nullable(),
  decisions: z.array(DecisionLine),
  board: z.strictObject({
    capability: CapabilityView.omit({ reasons: true }),
    vacantRequiredRoles: z.array(BoardRole),
  }),
  models: count,
  openProposals: count,
  /** What to do first while no model is registered; empty afterwards. */
  firstSteps: z.array(FirstStep),
});
export type Home = z.infer<typeof Home>;

// ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Lower bounds of the risk bands; the last one is the threshold of the risk chart. */
export const RISK_BANDS = [0, 25, 50, 75] as const;
export const RISK_THRESHOLD = RISK_BANDS[3];

const TierRisk = z.strictObject({ tier: Tier, models: count, meanRisk: z.number(), highestRisk: count });
export type TierRisk = z.infer<typeof TierRisk>;

export const Pictures = z.strictObject({
  at: instant,
  timeZone: z.string(),
  /** At each instant, per tier that had a scored model then; decommissioned models are left out. */
  riskOverTime: z.array(z.strictObject({ at: instant, tiers: z.array(TierRisk) })),
  /** Per tier the number of models in each band of `RISK_BANDS`; decommissioned models are left out. */
  riskBands: z.array(z.strictObject({ tier: Tier, counts: z.array(count).length(RISK_BANDS.length) })),
  modelsByTier: z.array(z.strictObject({ tier: Tier, byStatus: z.record(ModelStatus, count) })),
  models: count,
  reviews: z.strictObject({ overdue: count, weeks: z.array(z.strictObject({ weekStart: instant, due: count })) }),
  participation: z.strictObject({
    since: instant,
    members: z.array(z.strictObject({ name: z.string(), cast: count, entitled: count })),
  }),
});
export type Pictures = z.infer<typeof Pictures>;
