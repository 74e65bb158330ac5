// An organisation put together row by row for the tests of this room: as the owner role, past the operations, because
// what is tested is how states are read, not how they came to be.
import { randomUUID } from "node:crypto";
import type { TestDatabase } from "../../testing/database.ts";
import { addMember, type MemberOptions } from "../../testing/organization.ts";
import { deriveRoles } from "../identity/seat-role.ts";
import type { PersonActor } from "../kernel/actor.ts";

const code = () => randomUUID().slice(0, 8).toUpperCase();
const TERM = ["2020-01-01T00:00:00.000Z", "2040-01-01T00:00:00.000Z"] as const;

export type ModelOptions = {
  readonly tier?: string;
  readonly status?: string;
  readonly owner?: PersonActor | null;
  readonly nextReviewAt?: string | null;
  readonly riskScore?: number;
};

export type ProposalOptions = {
  readonly status?: string;
  readonly isBinding?: boolean;
  readonly isInquorate?: boolean;
  readonly modelId?: string;
  readonly deadlineAt?: string;
  readonly closedAt?: string;
  readonly electors?: readonly PersonActor[];
  readonly recused?: readonly PersonActor[];
  readonly voted?: readonly PersonActor[];
  /** Members who vote by trust, without a seat. */
  readonly byTrust?: boolean;
};

/** One organisation with the ways to fill it; `#seats` remembers who sits where. */
export class Arrangement {
  readonly organizationId: string;
  readonly #database: TestDatabase;
  readonly #seats = new Map<string, { reference: string; role: string }>();

  constructor(database: TestDatabase, organizationId: string) {
    this.#database = database;
    this.organizationId = organizationId;
  }

  async insert(table: string, row: Record<string, unknown>): Promise<string> {
    const given = Object.entries({ organization_id: this.organizationId, ...row });
    const columns = given.map(([column]) => column).join(", ");
    const marks = given.map((_, index) => `$${index + 1}`).join(", ");
    const values = given.map(([, value]) => value);
    const [made] = await this.#database.query(
      `INSERT INTO ${table} (${columns}) VALUES (${marks}) RETURNING *`,
      values,
    );
    return String(made?.id ?? "");
  }

  async person(name: string, role: string | null = null, options: MemberOptions = {}): Promise<PersonActor> {
    const actor = await addMember(this.#database, this.organizationId, name, { roles: [], ...options });
    if (role === null) return actor;
    const reference = `MBR-${code()}`;
    const term = { term_start_at: TERM[0], term_end_at: TERM[1] };
    await this.insert("board_members", { reference, user_id: actor.userId, role, ...term });
    this.#seats.set(actor.userId, { reference, role });
    return { ...actor, roles: deriveRoles(options.roles ?? [], role) };
  }

  async endSeat(actor: PersonActor, endedAt: string): Promise<void> {
    const reference = this.#seats.get(actor.userId)?.reference;
    await this.#database.query("UPDATE board_members SET ended_at = $1 WHERE reference = $2", [endedAt, reference]);
  }

  model(name: string, options: ModelOptions = {}): Promise<string> {
    return this.insert("models", {
      reference: `MDL-${code()}`,
      name,
      version: "1",
      tier: options.tier ?? "tier_3_high",
      tier_reasons: "[]",
      status: options.status ?? "proposed",
      risk_score: options.riskScore ?? 0,
      risk_contributions: "[]",
      stage_dates: "{}",
      owner_user_id: options.owner?.userId ?? null,
      next_review_at: options.nextReviewAt ?? null,
      tags: [],
    });
  }

  async risk(modelId: string, score: number, recordedAt: string): Promise<void> {
    await this.insert("risk_score_entries", { model_id: modelId, score, contributions: "[]", recorded_at: recordedAt });
  }

  async proposal(title: string, options: ProposalOptions = {}): Promise<string> {
    const { electors = [], recused = [], voted = [] } = options;
    const id = await this.insert("proposals", {
      reference: `PRP-${code()}`,
      kind: "model_approval",
      title,
      description: title,
      payload: "{}",
      conditions: "[]",
      status: options.status ?? "open",
      is_binding: options.isBinding ?? true,
      is_inquorate: options.isInquorate ?? false,
      proposer_user_id: [...electors, ...recused][0]?.userId,
      model_id: options.modelId ?? null,
      opened_at: "2026-11-01T00:00:00.000Z",
      deadline_at: options.deadlineAt ?? "2026-11-21T16:00:00.000Z",
      closed_at: options.closedAt ?? null,
    });
    for (const elector of electors) await this.#elector(id, elector, null, options);
    for (const elector of recused) await this.#elector(id, elector, "2026-11-02T00:00:00.000Z", options);
    for (const voter of voted) {
      const cast = { cast_id: randomUUID(), cast_at: "2026-11-03T00:00:00.000Z" };
      await this.insert("ballots", { proposal_id: id, voter_user_id: voter.userId, choice: "yes", weight: 1, ...cast });
    }
    return id;
  }

  async #elector(id: string, elector: PersonActor, recusedAt: string | null, options: ProposalOptions) {
    const seat = options.byTrust === true ? undefined : this.#seats.get(elector.userId);
    await this.insert("electors", {
      proposal_id: id,
      user_id: elector.userId,
      seat_role: seat?.role ?? null,
      seat_reference: seat?.reference ?? null,
      weight: 1,
      recused_at: recusedAt,
    });
  }

  decision(title: string, more: Record<string, unknown> = {}): Promise<string> {
    return this.insert("decisions", {
      reference: `DEC-${code()}`,
      kind: "model_approval",
      outcome: "approved",
      title,
      why: `Why ${title}`,
      conditions: "[]",
      decided_at: "2026-11-10T00:00:00.000Z",
      ...more,
    });
  }

  followUp(title: string, dueAt: string, more: Record<string, unknown> = {}): Promise<string> {
    const source = { source_kind: "condition", source_reference: `DEC-${code()}` };
    return this.insert("action_items", { reference: `AI-${code()}`, title, due_at: dueAt, ...source, ...more });
  }
}
