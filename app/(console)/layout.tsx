import type { ReactNode } from "react";
import { ROLE_LABELS } from "@/components/governance/labels";
import type { PlaceCounts } from "@/components/layout/rail";
import { LiveRefresh } from "@/lib/client/live";
import { joinList } from "@/lib/format/words";
import { type ConsoleShell, loadConsoleShell } from "@/lib/server/console-shell";
import { commandsFor, placesFor } from "./_components/commands";
import { ConsoleFrame } from "./_components/console-frame";

/** A chair holds the roles of a board member as well; one word is enough. */
function rolesInWords(roles: ConsoleShell["actor"]["roles"]): string {
  const said = roles.includes("chair") ? roles.filter((role) => role !== "board_member") : roles;
  return joinList(said.map((role) => ROLE_LABELS[role]));
}

/** What waits, beside the places where it is done. */
function toCounts({ votesNeedingYou: votes, escalationsNeedingYou: grave }: ConsoleShell["shell"]): PlaceCounts {
  return {
    ...(votes === 0 ? {} : { votes: { count: votes, what: votes === 1 ? "vote needs you" : "votes need you" } }),
    ...(grave === 0 ? {} : { queue: { count: grave, what: "high or critical to answer" } }),
  };
}

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { actor, shell, notifications, permissions } = await loadConsoleShell();
  return (
    <ConsoleFrame
      organization={shell.organization.name}
      isDemo={shell.organization.isDemo}
      zone={shell.organization.timeZone}
      now={shell.at}
      person={{ name: actor.name, email: actor.email, rolesInWords: rolesInWords(actor.roles) }}
      places={placesFor(permissions)}
      commands={commandsFor(permissions)}
      counts={toCounts(shell)}
      notifications={notifications.latest.map((each) => ({
        id: each.id,
        title: each.title,
        detail: each.body,
        href: each.href === "" ? null : each.href,
        at: each.createdAt,
        isRead: each.readAt !== null,
      }))}
    >
      <LiveRefresh areas={["voting", "board", "meetings", "escalations", "notifications", "identity"]} />
      {children}
    </ConsoleFrame>
  );
}
