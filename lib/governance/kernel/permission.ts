// Answers "which roles may do this?" (ORG-2): one table, read by every door, the key scopes and the matrix test.
import { z } from "zod";

export const Role = z.enum(["admin", "chair", "board_member", "advisor", "model_owner", "auditor", "member", "agent"]);
export type Role = z.infer<typeof Role>;

/** Roles that are granted to a membership; the others follow from a board seat, from a key, or from holding neither. */
export const GrantedRole = z.enum(["admin", "model_owner", "auditor"]);
export type GrantedRole = z.infer<typeof GrantedRole>;

export const TrustLevel = z.enum(["core", "trusted", "standard", "sandbox", "quarantine"]);
export type TrustLevel = z.infer<typeof TrustLevel>;

/** A read changes nothing; quarantine stops writes whatever the roles. */
export type Effect = "read" | "write";

const EVERYONE = ["admin", "chair", "board_member", "advisor", "model_owner", "auditor", "member"] as const;

/**
 * Whoever votes by trust and proposes by trust (VOT-150): everybody but auditors, who change nothing, and advisors, who have no
 * vote, as long as they hold no other role. Trust alone does not lift that: everybody has some.
 */
export const TAKING_PART = [
  "admin",
  "chair",
  "board_member",
  "model_owner",
  "member",
] as const satisfies readonly Role[];

/**
 * Permission -> roles that carry it. `system` acts pass no role check. A permission is also an API key scope.
 * Whether the person may act on *this* object (own model, entitled to vote) is the operation's verdict.
 */
export const PERMISSIONS = {
  "portfolio.read": EVERYONE,
  "portfolio.manage": ["admin", "chair"],
  "registry.read": EVERYONE,
  "registry.register": ["admin", "chair", "board_member", "model_owner"],
  "registry.edit": ["admin", "model_owner", "chair", "board_member"],
  "registry.assess_tier": ["admin", "chair", "board_member", "model_owner"],
  "registry.submit": ["model_owner", "admin"],
  "registry.transition": ["model_owner", "chair", "admin"],
  "registry.import": ["admin"],
  "registry.assign_owner": ["admin"],
  "registry.export": ["admin", "chair", "board_member", "auditor"],
  "board.read": EVERYONE,
  "board.seat": ["admin"],
  "board.declare_conflict": ["admin", "chair", "board_member", "advisor", "model_owner", "member"],
  /** Who may be named as a successor is between the board, those who advise and check it, and the admins. */
  "board.rotation.read": ["admin", "chair", "board_member", "advisor", "auditor"],
  "board.rotation.plan": ["admin", "chair"],

  "board.allege_conflict": ["admin", "chair", "board_member", "advisor"],
  /** On what is alleged of oneself, also when one's seat has ended meanwhile. */
  "board.answer_allegation": ["admin", "chair", "board_member", "advisor", "model_owner", "member"],
  "board.rule_on_conflict": ["chair", "board_member"],
  "charter.read": EVERYONE,
  "charter.draft": ["admin", "chair", "board_member"],
  "charter.amend": ["admin", "chair", "board_member"],
  "voting.read": EVERYONE,
  "voting.propose": TAKING_PART,
  "voting.edit_draft": TAKING_PART,
  "voting.open": TAKING_PART,
  "voting.vote": TAKING_PART,
  "voting.recuse": TAKING_PART,
  "voting.close": ["chair"],
  "voting.defer": ["chair"],
  "voting.withdraw": TAKING_PART,
  "voting.cancel": ["admin"],
  "voting.decide_advised": ["chair"],
  "voting.decide_as_chair": ["chair"],
  "voting.execute": ["chair", "admin"],
  "policy.read": EVERYONE,
  /** The chair ends a risk acceptance or an exception before its day. */
  "policy.revoke_grant": ["chair"],

  /** How often each member of the board took part. */
  "voting.attendance.read": ["admin", "chair", "board_member", "advisor", "auditor"],
  "escalations.read": EVERYONE,
  /** Everybody but auditors, who change nothing. */
  "escalations.raise": ["admin", "chair", "board_member", "advisor", "model_owner", "member", "agent"],
  /** Whether on this item is the verdict of its life: a plain member may be its assignee or its venture's lead. */
  "escalations.respond": ["admin", "chair", "board_member", "model_owner", "member"],
  /** Signing reviews, silences and budgets of attention. */
  "escalations.triage": ["chair"],
  "escalations.settings": ["admin", "chair"],
  "meetings.read": EVERYONE,
  "meetings.act": ["admin", "chair", "board_member", "model_owner"],
  "dashboard.read": Role.options,
  "identity.self": Role.options,
  "identity.people.read": EVERYONE,
  "identity.people.manage": ["admin"],
  "identity.keys.own": ["admin", "chair", "board_member", "model_owner", "auditor", "member"],
  "identity.settings.read": EVERYONE,
  "identity.settings.manage": ["admin"],
  "notifications.own": Role.options,
  "notifications.mail": ["admin"],
  "audit.read": ["auditor", "admin", "chair", "board_member"],
  /** What was kept apart from the record because it may have to be erased: names typed, addresses, free text. */
  "audit.read_personal": ["auditor", "admin"],
  "audit.export": ["auditor", "admin", "chair"],
  "audit.erase": ["admin"],
  "audit.verify": EVERYONE,
  /** Acts of the product itself: closing at the deadline, running an import, delivering mail. */
  "system.run": [],
  /** Acts that need nobody signed in: first run, sign-in, accepting an invitation. */
  public: [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

/** Roles that carry a permission, in the order of the table. */
export function rolesWith(permission: Permission): readonly Role[] {
  return PERMISSIONS[permission];
}

/** Carried by whoever is signed in, whatever the roles: their own account, notices and home. */
const OF_EVERY_MEMBER: readonly Permission[] = ["identity.self", "notifications.own", "dashboard.read"];

export function isOfEveryMember(permission: Permission): boolean {
  return OF_EVERY_MEMBER.includes(permission);
}

/** What a key may be limited to: every permission some role carries. */
export const KEY_SCOPES = PERMISSION_NAMES.filter((name) => rolesWith(name).length > 0);
