// Carries the demo's history out through the real operations, each at its own instant of the database's clock, which only
// the owner role can set. What the demo shows is therefore exactly what the product does, audit log included.
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { z } from "zod";
import type { UnitOfWork } from "../../lib/db/unit-of-work.ts";
import { readBoard } from "../../lib/governance/board/operations/read-board.ts";
import type { Actor } from "../../lib/governance/kernel/actor.ts";
import { addDays } from "../../lib/governance/kernel/calendar.ts";
import type { Operation } from "../../lib/governance/kernel/operation.ts";
import { askAdvice, RULE_ANALYST } from "../../lib/jobs/ask-advice.ts";
import { QUEUE_SCHEMA } from "../../lib/jobs/queues.ts";
import { findMemberActor, systemActor } from "../../lib/server/actor.ts";
import { invoke } from "../../lib/server/invoke.ts";

const LOOK_AGAIN_MS = 100;
const LONGEST_WAIT_MS = 120_000;

export class DemoWorld {
  readonly organizationId: string;
  readonly today: Date;
  private readonly owner: Client;
  private readonly users = new Map<string, string>();

  private constructor(organizationId: string, owner: Client, today: Date) {
    this.organizationId = organizationId;
    this.owner = owner;
    this.today = today;
  }

  /** `ownerUrl` is needed for the clock and for what comes due by it. */
  static async open(organizationId: string, ownerUrl: string): Promise<DemoWorld> {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ now: Date }>("SELECT governance_now() AS now");
    const [row] = rows;
    if (row === undefined) throw new Error("The database gave no time");
    return new DemoWorld(organizationId, owner, row.now);
  }

  async close(): Promise<void> {
    await this.letClockRun();
    await this.owner.end();
  }

  async letClockRun(): Promise<void> {
    await this.owner.query("DELETE FROM clock_override");
  }

  /** Until no message and no job waits that could be taken up now. */
  async untilQuiet(): Promise<void> {
    for (let waited = 0; await this.isBusy(); waited += LOOK_AGAIN_MS) {
      if (waited > LONGEST_WAIT_MS) throw new Error("The demo's jobs do not come to an end");
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  private async isBusy(): Promise<boolean> {
    const { rows } = await this.owner.query<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM outbox WHERE available_at <= governance_now())
         OR EXISTS (SELECT FROM ${QUEUE_SCHEMA}.job WHERE state < 'completed' AND start_after <= now()) AS busy`,
    );
    return rows[0]?.busy ?? false;
  }

  /** The instant so many days before (negative: after) today, at an hour of that UTC day; never in the future. */
  instant(daysAgo: number, hour: number, minute = 0): Date {
    const day = addDays(this.today, -daysAgo);
    day.setUTCHours(hour, minute, 0, 0);
    return day;
  }

  async setClock(at: Date): Promise<void> {
    await this.owner.query(
      `INSERT INTO clock_override (id, frozen_at, offset_milliseconds) VALUES (1, $1, 0)
       ON CONFLICT (id) DO UPDATE SET frozen_at = EXCLUDED.frozen_at`,
      [at.toISOString()],
    );
  }

  /** The first instant until then at which an escalation waits for the jobs; null when none does. */
  async firstDue(until: Date): Promise<Date | null> {
    const { rows } = await this.owner.query<{ due: Date | null }>(
      `SELECT min(due) AS due FROM (
         SELECT min(next_step_at) AS due FROM escalations WHERE place <> 'held'
         UNION ALL SELECT min(held_until) FROM escalations WHERE place = 'held'
         UNION ALL SELECT min(collect_at) FROM escalations WHERE place = 'queued' AND digest_id IS NULL
         UNION ALL SELECT min(deliver_at) FROM escalation_digests WHERE delivered_at IS NULL) AS work
       WHERE due <= $1`,
      [until.toISOString()],
    );
    return rows[0]?.due ?? null;
  }

  know(key: string, userId: string): void {
    this.users.set(key, userId);
  }

  userId(key: string): string {
    const found = this.users.get(key);
    if (found === undefined) throw new Error(`The demo knows no \`${key}\``);
    return found;
  }

  /** Reference of the seat that this person holds. */
  async seatOf(key: string): Promise<string> {
    const board = await invoke(readBoard, { actor: this.system(), input: {} });
    const seat = board.members.find((member) => member.userId === this.userId(key));
    if (seat === undefined) throw new Error(`\`${key}\` holds no seat`);
    return seat.reference;
  }

  async person(key: string): Promise<Actor> {
    const actor = await findMemberActor(this.organizationId, this.userId(key));
    if (actor === null) throw new Error(`\`${key}\` is not a member`);
    return actor;
  }

  system(): Actor {
    return systemActor(this.organizationId, "demo");
  }

  /** By the rules, as the jobs would have right after it opened; a demo asks no language model. */
  async advise(proposalReference: string): Promise<void> {
    const message = { organizationId: this.organizationId, payload: { proposalReference }, requestId: randomUUID() };
    await askAdvice(message, RULE_ANALYST);
  }

  /** One act of one person, now by the demo's clock. */
  async act<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
    key: string | null,
    operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
    input: z.input<InputSchema>,
  ): Promise<z.output<OutputSchema>> {
    const actor = key === null ? this.system() : await this.person(key);
    return invoke(operation, { actor, input });
  }
}
