// Answers "where does a follow-up stand, and who may do what with it?" (MTG-4, MTG-101, MTG-102).
import type { Actor } from "../kernel/actor.ts";
import { hasRole } from "../kernel/actor.ts";
import { assertNever, type Verdict } from "../kernel/verdict.ts";
import { ActionAct, type ActionStatus } from "./schema.ts";

export type ActionFacts = {
  readonly status: ActionStatus;
  readonly dueAt: Date;
  readonly assigneeUserId: string | null;
};

const ALLOWED: Readonly<Record<ActionStatus, readonly ActionAct[]>> = {
  open: ["start", "complete", "cancel"],
  in_progress: ["complete", "cancel"],
  completed: [],
  cancelled: [],
};

function isUnfinished(status: ActionStatus): boolean {
  return ALLOWED[status].length > 0;
}

/** A deadline is half open: at the due instant it is late. */
export function isOverdue(item: Pick<ActionFacts, "status" | "dueAt">, at: Date): boolean {
  return isUnfinished(item.status) && item.dueAt.getTime() <= at.getTime();
}

export type ActVerdict = Verdict<
  "allowed" | "not_yours" | "not_now",
  | "meetings.is_assignee"
  | "meetings.is_admin"
  | "meetings.is_chair"
  | "meetings.not_your_action"
  | "meetings.act_not_open"
>;

/** The assignee, an admin and the chair act on a follow-up. */
export function assessAct(item: ActionFacts, act: ActionAct, actor: Actor): ActVerdict {
  const by = assessRight(item, actor);
  if (by === null) {
    return { outcome: "not_yours", reasons: [{ code: "meetings.not_your_action", facts: { act } }] };
  }
  const allowed = ALLOWED[item.status];
  if (!allowed.includes(act)) {
    const facts = { act, status: item.status, allowed };
    return { outcome: "not_now", reasons: [{ code: "meetings.act_not_open", facts }] };
  }
  return { outcome: "allowed", reasons: [{ code: by, facts: { act } }] };
}

function assessRight(item: ActionFacts, actor: Actor) {
  if (actor.kind !== "person") return null;
  if (item.assigneeUserId === actor.userId) return "meetings.is_assignee" as const;
  if (hasRole(actor, "admin")) return "meetings.is_admin" as const;
  if (hasRole(actor, "chair")) return "meetings.is_chair" as const;
  return null;
}

/** Every act that is open to this actor now. */
export function actsOf(item: ActionFacts, actor: Actor): ActionAct[] {
  return ActionAct.options.filter((act) => assessAct(item, act, actor).outcome === "allowed");
}

export type ActionEffect = {
  readonly status: ActionStatus;
  readonly completedAt: Date | null;
  readonly closingNote: string | null;
};

/** What an allowed act writes. */
export function planAct(act: ActionAct, note: string | null, at: Date): ActionEffect {
  switch (act) {
    case "start":
      return { status: "in_progress", completedAt: null, closingNote: null };
    case "complete":
      return { status: "completed", completedAt: at, closingNote: note };
    case "cancel":
      return { status: "cancelled", completedAt: at, closingNote: note };
    default:
      return assertNever(act);
  }
}
