// Answers "is this installation well?" (api.md: health) without a secret: database, work that happens by itself, record.
import { database } from "../db/client.ts";
import { log } from "./log.ts";

export type Health = {
  readonly status: "ok" | "degraded";
  readonly database: "ok" | "away";
  /** `behind`: messages or deadlines wait longer than a minute, so no process works on them. */
  readonly jobs: "ok" | "behind" | "unknown";
  /** `damaged`: a record does not end where its head says. */
  readonly audit: "ok" | "damaged" | "unknown";
  readonly version: string;
};

export type HealthFacts = {
  readonly outboxAgeSeconds: number;
  readonly overdueAgeSeconds: number;
  readonly damagedRecords: number;
};

const BEHIND_AFTER_SECONDS = 60;
const ANSWER_WITHIN_MS = 3_000;

/** `null`: the database gave no answer. */
export function assessHealth(facts: HealthFacts | null, version: string): Health {
  if (facts === null) return { status: "degraded", database: "away", jobs: "unknown", audit: "unknown", version };
  const isBehind = Math.max(facts.outboxAgeSeconds, facts.overdueAgeSeconds) > BEHIND_AFTER_SECONDS;
  const jobs = isBehind ? "behind" : "ok";
  const audit = facts.damagedRecords > 0 ? "damaged" : "ok";
  return { status: jobs === "ok" && audit === "ok" ? "ok" : "degraded", database: "ok", jobs, audit, version };
}

export async function readHealth(version: string): Promise<Health> {
  try {
    return assessHealth(await withinTime(loadFacts()), version);
  } catch (error) {
    log().warn({ err: error }, "the database gave no answer to the health check");
    return assessHealth(null, version);
  }
}

async function loadFacts(): Promise<HealthFacts> {
  const { rows } = await database().pool.query<{ outbox: number; overdue: number; damaged: string }>(
    `SELECT j.outbox_age_seconds AS outbox, j.overdue_age_seconds AS overdue, audit_health() AS damaged
     FROM jobs_health() j`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The database gave no answer");
  return { outboxAgeSeconds: row.outbox, overdueAgeSeconds: row.overdue, damagedRecords: Number(row.damaged) };
}

/** A connection that hangs is as bad as none. */
function withinTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ANSWER_WITHIN_MS} ms`)), ANSWER_WITHIN_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
