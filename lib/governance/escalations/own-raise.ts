// Answers "what does the product raise by itself?" (ESC-114): stalled votes, decisions that could not be carried out or were
// reversed, overdue follow-ups. Each occasion is raised once, however often it is told of. A new one is one entry here and one
// line in the jobs' topics.
import { z } from "zod";
import { sayDay } from "../kernel/calendar-day.ts";
import { toLocalDate } from "../kernel/local-time.ts";
import type { RaiseInput } from "./schema.ts";

export type ProposalFacts = {
  readonly reference: string;
  readonly title: string;
  readonly status: string;
  readonly model: string | null;
};
export type ActionFacts = { readonly reference: string; readonly title: string; readonly model: string | null };

export type OwnFacts = { readonly proposal: ProposalFacts | null; readonly action: ActionFacts | null };

/** What every payload of these topics may name. */
export const OwnPayload = z.object({
  proposalReference: z.string().nullish(),
  decisionReference: z.string().nullish(),
  actionReference: z.string().nullish(),
  standing: z.string().nullish(),
  failure: z.string().nullish(),
});
type Payload = z.infer<typeof OwnPayload>;

export type OwnRaise = { readonly occasion: string; readonly raise: RaiseInput };

const TITLE_CHARACTERS = 200;

function toTitle(what: string, subject: string): string {
  const title = [...`${what}: ${subject}`];
  return title.length <= TITLE_CHARACTERS ? title.join("") : `${title.slice(0, TITLE_CHARACTERS - 1).join("")}…`;
}

const ofModel = (model: string | null) => (model === null ? {} : { modelRef: model });

/** `act` is the id of the request that it happened in, the same however often it is told of. */
type Raiser = (payload: Payload, facts: OwnFacts, act: string) => OwnRaise | null;

export const OWN_RAISES: Readonly<Record<string, Raiser>> = {
  "voting.execution_failed": (_payload, { proposal }, act) => {
    // Carried out by now: somebody was faster.
    if (proposal?.status !== "execution_failed") return null;
    return {
      // Each attempt is an occasion: one that fails after the item was resolved is raised again.
      occasion: `voting.execution_failed:${proposal.reference}:${act}`,
      raise: {
        title: toTitle("Decided but not carried out", proposal.title),
        description: `What ${proposal.reference} decided could not be carried out. Look at the cause and try again.`,
        ...{ source: "voting", severity: "high", category: "failed_execution", ...ofModel(proposal.model) },
      },
    };
  },
  "voting.decision_recorded": (_payload, { proposal }) => {
    if (proposal?.status !== "no_quorum") return null;
    return {
      occasion: `voting.no_quorum:${proposal.reference}`,
      raise: {
        title: toTitle("Ended without a quorum", proposal.title),
        description: `${proposal.reference} is undecided: too few took part. Bring it back for decision, or withdraw it.`,
        ...{ source: "voting", severity: "medium", category: "stalled_vote", ...ofModel(proposal.model) },
      },
    };
  },
  "voting.proposal_inquorate": (_payload, { proposal }) =>
    proposal === null
      ? null
      : {
          occasion: `voting.inquorate:${proposal.reference}`,
          raise: {
            title: toTitle("Can no longer reach its quorum", proposal.title),
            description: `Too few members are left who may vote on ${proposal.reference}. Fill seats, or withdraw it.`,
            ...{ source: "voting", severity: "high", category: "stalled_vote", ...ofModel(proposal.model) },
          },
        },
  "voting.chair_decision_settled": ({ standing, failure, decisionReference }, { proposal }) => {
    if (standing === "final" || proposal === null) return null;
    const isReversed = standing === "reversed";
    return {
      occasion: `voting.unratified:${decisionReference ?? proposal.reference}`,
      raise: {
        title: toTitle(isReversed ? "The board did not ratify" : "Not ratified and not reversed", proposal.title),
        description: isReversed
          ? `${decisionReference ?? "The decision"} was reversed by a compensating act. See what it leaves to be done.`
          : `${decisionReference ?? "The decision"} was not ratified and could not be reversed: ${failure ?? "no cause is known"}.`,
        ...{ source: "voting", severity: "high", category: "reversed_decision", ...ofModel(proposal.model) },
      },
    };
  },
  "meetings.action_overdue": (_payload, { action }) =>
    action === null
      ? null
      : {
          occasion: `meetings.action_overdue:${action.reference}`,
          raise: {
            title: toTitle("Follow-up overdue", action.title),
            description: `${action.reference} is past its due date.`,
            ...{ source: "meetings", severity: "medium", category: "overdue_action", ...ofModel(action.model) },
          },
        },
};

export type OverdueModel = {
  readonly reference: string;
  readonly name: string;
  readonly tier: string;
  /** null: never set. */
  readonly nextReviewAt: Date | null;
};

const SEVERITY_OF_TIER: Readonly<Record<string, RaiseInput["severity"]>> = {
  tier_4_critical: "high",
  tier_3_high: "medium",
};
/** More overdue reviews than this at once are one item. */
const MOST_APART = 25;

const occasionOfReview = ({ reference, nextReviewAt }: Pick<OverdueModel, "reference" | "nextReviewAt">) =>
  `reviews.overdue:${reference}:${nextReviewAt?.toISOString() ?? "never"}`;

export type ReviewRaise = { readonly raise: RaiseInput; readonly occasions: readonly string[] };

const sayDue = (at: Date | null, zone: string) =>
  at === null ? "is due and was never dated" : `was due on ${sayDay(toLocalDate(at, zone))}`;

/** The most critical ones each by itself, the rest as one; days are those of the organisation's time zone. */
export function raiseOverdueReviews(models: readonly OverdueModel[], zone: string): ReviewRaise[] {
  const apart = models.slice(0, MOST_APART).map(
    (model): ReviewRaise => ({
      occasions: [occasionOfReview(model)],
      raise: {
        title: toTitle("Review overdue", model.name),
        description: `The review of ${model.reference} ${sayDue(model.nextReviewAt, zone)}.`,
        ...{ source: "reviews", severity: SEVERITY_OF_TIER[model.tier] ?? "low", category: "overdue_review" },
        modelRef: model.reference,
      },
    }),
  );
  const rest = models.slice(MOST_APART);
  if (rest.length === 0) return apart;
  const named = rest.slice(0, 50).map(({ reference, name }) => `${reference}: ${name}`);
  const more = rest.length > named.length ? [`and ${(rest.length - named.length).toLocaleString("en")} more`] : [];
  return [
    ...apart,
    {
      occasions: rest.map(occasionOfReview),
      raise: {
        title: `Reviews overdue: ${rest.length.toLocaleString("en")} more models`,
        description: [...named, ...more].join("\n"),
        ...{ source: "reviews", severity: "medium", category: "overdue_review" },
      },
    },
  ];
}
