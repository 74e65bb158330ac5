// What all members of the demo have decided by trust: who is trusted, which components act, and which settings hold. Told in
// the order of time; payloads may need what came of an earlier story.
import type { Choice, TrustWeightedKind } from "../../lib/governance/voting/schema.ts";
import { days } from "./story.ts";

/** What a payload may need of the demo by then. */
export type Known = {
  readonly userId: (key: string) => string;
  /** Reference of a registered component, by its name. */
  readonly component: (name: string) => string;
};

export type MemberStory = {
  readonly kind: TrustWeightedKind;
  readonly title: string;
  readonly description: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly votingHours: number;
  readonly payload: (known: Known) => Record<string, unknown>;
  readonly ballots: readonly (readonly [string, Choice, string?])[];
  /** An admin sets a setting directly while the vote is open. */
  readonly meanwhile?: { readonly by: string; readonly settings: Record<string, number> };
  readonly end: "deadline" | "open";
};

const trusting = (
  [person, name]: readonly [string, string],
  [from, to]: readonly [string, string],
  story: Pick<MemberStory, "by" | "hoursAgo" | "description" | "ballots">,
): MemberStory => ({
  ...story,
  kind: "trust_adjustment",
  title: `Trust level of ${name}: ${to} instead of ${from}`,
  votingHours: 72,
  payload: ({ userId }) => ({ subject: "person", person: userId(person), from, to, reason: story.description }),
  end: "deadline",
});

export const MEMBER_STORIES: readonly MemberStory[] = [
  trusting(["ingrid", "Ingrid Solberg"], ["standard", "core"], {
    by: "sofia",
    hoursAgo: days(306),
    description: "Chairs the board and answers for it. Somebody besides the admin has to be able to call an emergency.",
    ballots: [
      ["sofia", "yes"],
      ["tomas", "yes"],
      ["amara", "yes"],
    ],
  }),
  trusting(["tomas", "Tomás Herrera"], ["standard", "trusted"], {
    by: "ingrid",
    hoursAgo: days(301),
    description: "Runs the platform that everything here runs on, and has kept every promise about it.",
    ballots: [
      ["ingrid", "yes"],
      ["sofia", "yes"],
      ["jonathan", "abstain"],
    ],
  }),
  trusting(["priya", "Priya Raman"], ["standard", "trusted"], {
    by: "ingrid",
    hoursAgo: days(300),
    description: "Writes the risk assessments that the rest of us rely on.",
    ballots: [
      ["ingrid", "yes"],
      ["sofia", "yes"],
      ["tomas", "yes"],
    ],
  }),
  trusting(["yusuf", "Yusuf Aydin"], ["standard", "sandbox"], {
    by: "ingrid",
    hoursAgo: days(210),
    description: "New to how we decide: half a vote until the first review, which is in spring.",
    ballots: [
      ["ingrid", "yes"],
      ["priya", "yes"],
      ["hanna", "no", "He knows the claims data better than most of us."],
    ],
  }),
  {
    kind: "overlay_registration",
    title: "Register “Claims router 2.1”",
    description: "It has run beside the hand-made list for six weeks and agrees with it in 97 of 100 cases.",
    by: "tomas",
    hoursAgo: days(64),
    votingHours: 96,
    payload: () => ({
      name: "Claims router",
      version: "2.1",
      capabilities: ["Reads new claims", "Assigns a handler by product and load", "Writes to the claims queue"],
      riskAssessment:
        "A wrong handler costs the customer a day; nobody is refused by it.\nEvery assignment is logged and can be taken back by the team lead. It sees no health data.",
    }),
    ballots: [
      ["ingrid", "yes"],
      ["sofia", "yes"],
      ["mira", "yes", "My team asked for it."],
      ["amara", "abstain"],
      ["yusuf", "yes"],
    ],
    end: "deadline",
  },
  {
    kind: "overlay_registration",
    title: "Register “Letter drafter 1.0”",
    description: "Drafts answers to routine letters from the text blocks that Legal has approved.",
    by: "hanna",
    hoursAgo: days(47),
    votingHours: 72,
    payload: () => ({
      name: "Letter drafter",
      version: "1.0",
      capabilities: ["Reads incoming letters", "Drafts an answer from approved text blocks"],
      riskAssessment: "A wrong block can promise what the policy does not hold. Nothing is sent without a person.",
    }),
    ballots: [
      ["ingrid", "yes"],
      ["sofia", "yes"],
      ["elena", "no", "Two of the text blocks are out of date."],
    ],
    end: "deadline",
  },
  {
    kind: "trust_adjustment",
    title: "Trust level of Claims router 2.1: standard instead of sandbox",
    description: "Two months without a complaint that was its fault.",
    by: "priya",
    hoursAgo: days(24),
    votingHours: 72,
    payload: ({ component }) => ({
      ...{ subject: "component", component: component("Claims router"), from: "sandbox", to: "standard" },
      reason: "Two months without a complaint that was its fault; the residual risk is a day’s delay.",
    }),
    ballots: [
      ["ingrid", "yes"],
      ["tomas", "yes"],
      ["mira", "yes"],
    ],
    end: "deadline",
  },
  {
    kind: "configuration",
    title: "Time to meet a condition: 60 days instead of 90 days",
    description: "Half of the conditions are met within a month; the other half wait for the last week.",
    by: "tomas",
    hoursAgo: days(17),
    votingHours: 72,
    payload: () => ({ key: "conditions.dueDays", oldValue: 90, newValue: 60 }),
    ballots: [
      ["ingrid", "yes"],
      ["priya", "yes"],
      ["lukas", "no", "Ninety days are the length of a release of ours."],
    ],
    meanwhile: { by: "sofia", settings: { "conditions.dueDays": 75 } },
    end: "deadline",
  },
  {
    kind: "emergency",
    title: "Pause: “Letter drafter 1.0”",
    description: "Three drafts promised a refund that the policy excludes; all three were stopped by hand.",
    by: "ingrid",
    hoursAgo: days(9),
    votingHours: 12,
    payload: ({ component }) => ({
      act: "pause",
      component: component("Letter drafter"),
      reason: "Three drafts in two days promised a refund that the policy excludes.",
    }),
    ballots: [
      ["ingrid", "yes"],
      ["sofia", "yes"],
      ["elena", "yes", "As I said in October."],
    ],
    end: "deadline",
  },
  {
    kind: "configuration",
    title: "Approval threshold: 75 % instead of 70 %",
    description:
      "Every model that was approved between 70 and 75 per cent came back to the board within a year. The bar should be where we act.",
    by: "priya",
    hoursAgo: 28,
    votingHours: 120,
    payload: () => ({ key: "registry.approvalThreshold", oldValue: 7_000, newValue: 7_500 }),
    ballots: [
      ["priya", "yes", "The four that came back cost us more than they brought."],
      ["jonathan", "no", "Two of the four are the best we have by now."],
      ["yusuf", "yes"],
      ["lukas", "no"],
    ],
    end: "open",
  },
];
