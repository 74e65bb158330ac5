// Low tiers, approved or returned by rule, and tier 2, on which the board advises and the chair decides.
import { activated, approved, days, type Story } from "./story.ts";

export const LOW_TIER: readonly Story[] = [
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

export const ADVISED: readonly Story[] = [
  approved("photo", 220, 0.82, { advised: { decision: "approved", reason: "", afterHours: 20 } }),
  activated("photo", 215, "mira"),
  approved("chat", 210, 0.77, {
    conditions: [{ text: "Name the hand-over to a person in the first message", dueInDays: 30 }],
    advised: { decision: "approved", reason: "", afterHours: 6 },
  }),
  activated("chat", 205, "hanna"),
  approved("letters", 190, 0.72, {
    ballots: "ynnynn-",
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
