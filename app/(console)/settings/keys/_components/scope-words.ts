// Scopes grouped by area and said in words. A scope that has no words of its own is said by its name.
import { sentenceCase } from "@/lib/format/words";

const AREA_WORDS: Readonly<Record<string, string>> = {
  portfolio: "Portfolio",
  registry: "Models",
  board: "Board",
  charter: "Charter",
  voting: "Proposals and votes",
  policy: "Policies and exceptions",
  escalations: "Escalations",
  meetings: "Follow-ups",
  dashboard: "Dashboard",
  identity: "People and settings",
  notifications: "Notifications",
  audit: "Audit log",
};

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  "portfolio.read": "Read portfolios, ventures and components",
  "portfolio.manage": "Create and change portfolios and ventures",
  "registry.read": "Read models",
  "registry.register": "Register models",
  "registry.edit": "Change models",
  "registry.assess_tier": "Assess tiers",
  "registry.submit": "Submit models for approval",
  "registry.transition": "Change the status of models",
  "registry.import": "Import an inventory",
  "registry.assign_owner": "Assign owners",
  "registry.export": "Export models",
  "board.read": "Read the board",
  "board.seat": "Seat and end members",
  "board.declare_conflict": "Declare conflicts of interest",
  "board.rotation.read": "Read the rotation plan",
  "board.rotation.plan": "Name successors",

  "board.allege_conflict": "Allege conflicts of interest",
  "board.answer_allegation": "Answer what is alleged of you",
  "board.rule_on_conflict": "Rule on alleged conflicts",
  "charter.read": "Read the charter",
  "voting.read": "Read proposals and results",
  "voting.propose": "Draft proposals",
  "voting.open": "Open proposals for voting",
  "voting.vote": "Vote in your name",
  "voting.recuse": "Recuse you",
  "voting.close": "Close votes",
  "voting.defer": "Defer proposals",
  "voting.edit_draft": "Change own drafts of proposals",
  "voting.withdraw": "Withdraw proposals",
  "voting.cancel": "Cancel proposals of others",
  "voting.decide_advised": "Decide on advice",
  "policy.read": "Read policies, acceptances and exceptions",
  "policy.revoke_grant": "End acceptances and exceptions early",

  "voting.attendance.read": "Read the attendance of members",
  "voting.decide_as_chair": "Decide alone as chair",
  "escalations.read": "Read escalations and the briefing",
  "escalations.raise": "Raise escalations",
  "escalations.respond": "Acknowledge, assign and resolve escalations",
  "escalations.triage": "Silence escalations, set budgets, sign reviews",
  "escalations.settings": "Set the rules of escalations",
  "meetings.read": "Read follow-ups",
  "meetings.act": "Work on follow-ups",
  "dashboard.read": "Read the dashboard",
  "identity.self": "Your account and sessions",
  "identity.people.read": "Read people",
  "identity.people.manage": "Invite people, change their access",
  "identity.keys.own": "Make and revoke your keys",
  "identity.settings.read": "Read settings",
  "identity.settings.manage": "Change settings",
  "notifications.own": "Your notifications",
  "notifications.mail": "Read deliveries of mail",
  "audit.read": "Read the log",
  "audit.read_personal": "Read personal data in the log",
  "audit.erase": "Erase personal data from the log",
  "audit.export": "Export the log",
  "audit.verify": "Check entries and receipts",
};

export type ScopeGroup = { readonly area: string; readonly scopes: readonly { scope: string; words: string }[] };

export function sayScope(scope: string): string {
  return SCOPE_WORDS[scope] ?? sentenceCase(scope.split(".").slice(1).join(" "));
}

/** In the order given, one group per area. */
export function groupScopes(scopes: readonly string[]): ScopeGroup[] {
  const groups = Map.groupBy(scopes, (scope) => scope.split(".")[0] ?? scope);
  return [...groups].map(([area, members]) => ({
    area: AREA_WORDS[area] ?? sentenceCase(area),
    scopes: members.map((scope) => ({ scope, words: sayScope(scope) })),
  }));
}

/** Is reading all that this scope allows? */
export function isReading(scope: string): boolean {
  return scope.endsWith(".read") || scope === "audit.verify";
}
