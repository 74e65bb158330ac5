// What the frame around every page behind sign-in needs, read once per request: the person, the organisation, what
// waits, what they were told, and which permissions their roles carry (to offer nothing that would be refused).
import "server-only";
import { readShell } from "../governance/dashboard/operations/read-shell.ts";
import type { Shell } from "../governance/dashboard/schema.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { PERMISSION_NAMES, type Permission, rolesWith } from "../governance/kernel/permission.ts";
import { summarizeNotifications } from "../governance/notifications/operations/summarize-notifications.ts";
import type { NotificationSummary } from "../governance/notifications/schema.ts";
import { pageQuery, requireActor } from "./page-query.ts";

export type ConsoleShell = {
  readonly actor: PersonActor;
  readonly shell: Shell;
  readonly notifications: NotificationSummary;
  readonly permissions: readonly Permission[];
};

/** Sends strangers to sign-in, and a person whose roles open nothing to the page that says so. */
export async function loadConsoleShell(): Promise<ConsoleShell> {
  const actor = await requireActor();
  const [shell, notifications] = await Promise.all([pageQuery(readShell, {}), pageQuery(summarizeNotifications, {})]);
  return { actor, shell, notifications, permissions: permissionsOf(actor) };
}

function permissionsOf(actor: PersonActor): Permission[] {
  return PERMISSION_NAMES.filter((name) => rolesWith(name).some((role) => actor.roles.includes(role)));
}
