// What the board decided about itself, and what somebody prepares.
import { days, type Story } from "./story.ts";

export const DESK: readonly Story[] = [
  {
    kind: "scope_amendment",
    hoursAgo: days(212),
    votingHours: 96,
    by: "ingrid",
    added: "Services of suppliers that decide with the help of AI about customers of the group",
    title: "Amend the charter: suppliers that decide with AI",
    summary: "The scope names suppliers that decide about our customers with the help of AI",
    reason:
      "Two claims handlers abroad have begun to triage with a model of their own. The customer does not see the difference, so the board answers for it.",
    ballots: "yyynyyy",
    reasons: { amara: "We should first know what we could ask of a supplier, and then promise it." },
  },
  {
    kind: "draft",
    model: "mortality",
    hoursAgo: 50,
    by: "priya",
    reason: "The withdrawn series will not come back before spring; the table of 2025 serves until then.",
  },
];
