// Changes of status as people say them.
import type { ModelStatus } from "@/lib/governance/registry/schema";

type Change = { from: ModelStatus; to: ModelStatus };

const VERBS: Readonly<Record<ModelStatus, string>> = {
  proposed: "Send back",
  under_review: "Submit",
  approved: "Approve",
  active: "Activate",
  deprecated: "Deprecate",
  suspended: "Suspend",
  decommissioned: "Decommission",
};

export function verbOf({ from, to }: Change): string {
  return from === "suspended" && to !== "decommissioned" ? "Lift the suspension" : VERBS[to];
}

const CONSEQUENCES: Readonly<Record<ModelStatus, string>> = {
  proposed: "It has to be submitted anew.",
  under_review: "The board decides on it.",
  approved: "It may be activated.",
  active: "It is in use from then on, and its reviews are due on time.",
  deprecated: "It is on its way out: no longer in regular use, not yet taken out of service.",
  suspended: "It must not be used, and nothing of it can be changed until the suspension is lifted.",
  decommissioned: "It is out of service for good. It stays in the registry as it is; nothing of it can be changed.",
};

export function consequenceOf({ from, to }: Change): string {
  return from === "suspended" && to !== "decommissioned"
    ? `It is ${to} again, as before the suspension.`
    : CONSEQUENCES[to];
}

const AUTHORITIES: Readonly<Record<string, string>> = {
  owner: "the owner",
  chair: "the chair",
  "owner and chair": "the owner and the chair together",
  board_decision: "the board by a vote",
  chair_decision: "the chair at once, ratified by the board",
  automatic_response: "an automatic response",
};

export function sayAuthorities(by: readonly string[]): string {
  return by.map((authority) => AUTHORITIES[authority] ?? authority).join(", or ");
}
