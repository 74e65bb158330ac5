// Tells every process that something changed: `{ area, reference, change }` by NOTIFY, sent after the commit and gathered
// per tick, because a NOTIFY inside a transaction would serialise all commits. Only a hint: screens also poll.
import type { AuditEvent } from "../governance/kernel/audit-event.ts";
import { database } from "./client.ts";

export const CHANGE_CHANNEL = "governance_changes";

export type Change = {
  readonly organizationId: string;
  readonly area: string;
  readonly reference: string;
  readonly change: string;
};

let waiting: Change[] = [];

/** Never fails the act that caused it: the change is already committed. */
export function announceChange(organizationId: string, event: AuditEvent): void {
  const [area = "", change = ""] = event.action.split(".", 2);
  waiting.push({
    organizationId,
    area,
    reference: event.subject.reference,
    change,
  });
  if (waiting.length === 1) setImmediate(sendWaiting);
}

async function sendWaiting(): Promise<void> {
  const batch = waiting;
  waiting = [];
  const payloads = batch.map((change) => JSON.stringify(change));
  try {
    await database().pool.query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [
      CHANGE_CHANNEL,
      payloads,
    ]);
  } catch {
    // The hint is lost, the change is not: screens poll.
  }
}
