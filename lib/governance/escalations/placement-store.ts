// Writes of the intake in typed SQL (ESC-3, ESC-4): one statement for up to a thousand items.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Claim, Item, Said } from "./item.ts";
import { type KeptMark, toKeptMark } from "./mark-code.ts";
import { Channel, Place } from "./schema.ts";
import { rankOf, toSeverity } from "./severity-scale.ts";

/** A row as `escalation_claim` takes it. */
export type NewRow = Readonly<
  Record<"reference" | "fingerprint" | "title" | "title_key" | "description" | "source", string>
> & {
  readonly category: string | null;
  readonly trigger: string | null;
  readonly severity: number;
  readonly score: number;
  readonly parts: readonly unknown[];
  readonly model_id: string | null;
  readonly venture_id: string | null;
  readonly portfolio_id: string | null;
  readonly stage: number | null;
  readonly impact_cents: number | null;
  readonly deadline_at: Date | null;
  readonly occurrences: number;
  readonly raised_by: string | null;
  readonly respond_by: Date;
  readonly charter_version: number;
  readonly next_step_at: Date | null;
  readonly channel: string;
  readonly wanted_channel: string;
  readonly is_over_budget: boolean;
  readonly place: string;
  readonly held_by: string | null;
  readonly held_by_reference: string | null;
  readonly held_until: Date | null;
  readonly collect_at: Date | null;
  readonly deliver_at: Date | null;
  readonly delivered_at: Date | null;
  readonly marks: readonly KeptMark[];
  readonly said: readonly Said[];
};

type ClaimRow = {
  claimed_id: string;
  claimed_reference: string;
  claimed_fingerprint: string;
  is_new: boolean;
  claimed_occurrences: number;
  claimed_episode: number;
  claimed_severity: number;
  claimed_score: number;
  before_severity: number | null;
  before_channel: string | null;
  before_respond_by: Date | null;
  before_place: string | null;
};

/** Makes each fingerprint an item or joins it to the open one; the rows are locked until the transaction ends. */
export async function claimItems(
  tx: UnitOfWork,
  rows: readonly NewRow[],
  at: Date,
): Promise<ReadonlyMap<string, Claim>> {
  const answers = await tx.db.$queryRaw<ClaimRow[]>`
    SELECT * FROM escalation_claim(${rows.map(({ fingerprint }) => fingerprint)}::text[],
      ${JSON.stringify(rows, (_, value) => value ?? undefined)}::json, ${at})`;
  return new Map(answers.map((row) => [row.claimed_fingerprint, toClaim(row)]));
}

function toClaim(row: ClaimRow): Claim {
  const { before_severity, before_channel, before_respond_by, before_place } = row;
  const isNew = row.is_new || before_severity === null || before_respond_by === null;
  return {
    ...{ id: row.claimed_id, reference: row.claimed_reference, isNew },
    ...{
      occurrences: row.claimed_occurrences,
      episode: row.claimed_episode,
      severity: toSeverity(row.claimed_severity),
      score: row.claimed_score,
    },
    before: isNew
      ? null
      : {
          severity: toSeverity(before_severity),
          channel: Channel.parse(before_channel),
          respondBy: before_respond_by,
          place: Place.parse(before_place),
        },
  };
}

export type Move = { readonly item: Item; readonly nextStepAt: Date | null };

/** Rewrites where items stand. One that rose begins its path anew; one that is acknowledged stays so. */
export async function movePlacements(tx: UnitOfWork, moves: readonly Move[], at: Date): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ item, nextStepAt }) => ({
    ...{ id: item.claim?.id, channel: item.channel, wanted: item.wanted, over: item.isOverBudget, place: item.place },
    ...{ by: item.heldBy?.by, reference: item.heldBy?.reference, until: item.heldBy?.until },
    ...{ collect: item.collectAt, deliver: item.deliverAt, marks: item.marks.map(toKeptMark), next: nextStepAt },
    rose: item.claim?.isNew === false,
  }));
  await tx.db.$executeRaw`
    UPDATE escalations e SET channel = m.channel, wanted_channel = m.wanted, is_over_budget = m.over, place = m.place,
      held_by = m.by, held_by_reference = m.reference, held_until = m.until, collect_at = m.collect, deliver_at = m.deliver,
      delivered_at = CASE WHEN m.place = 'delivered' THEN ${at} ELSE e.delivered_at END, digest_id = NULL, marks = m.marks,
      path_step = CASE WHEN m.rose THEN 0 ELSE e.path_step END, is_reminded = e.is_reminded AND NOT m.rose,
      next_step_at = CASE WHEN m.rose THEN m.next ELSE e.next_step_at END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, channel text, wanted text, over boolean, place text,
      by text, reference text, until timestamptz, collect timestamptz, deliver timestamptz, marks jsonb, next timestamptz,
      rose boolean)
    WHERE e.organization_id = app_organization() AND e.id = m.id`;
}

/** What was said with merged raises, where it differs from what the item says itself. */
export async function insertMerges(
  tx: UnitOfWork,
  items: readonly Item[],
  { at, raisedBy }: { readonly at: Date; readonly raisedBy: string | null },
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ claim, occurrences, severity, raise, said }) => ({
    ...{ id: claim?.id, occurrences, severity: rankOf(severity), source: raise.source, said },
  }));
  await tx.db.$executeRaw`
    INSERT INTO escalation_merges (escalation_id, merged_at, occurrences, severity, source, raised_by, said)
    SELECT m.id, ${at}, m.occurrences, m.severity, m.source, ${raisedBy}::uuid, COALESCE((
      SELECT jsonb_agg(s.words) FROM jsonb_array_elements(m.said) AS s(words)
      WHERE s.words ->> 'title' <> e.title OR s.words ->> 'description' <> e.description), '[]')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, occurrences int, severity smallint, source text, said jsonb)
    JOIN escalations e ON e.organization_id = app_organization() AND e.id = m.id`;
}

/** What waits on a model when a critical one comes, waits for that now (ESC-113). */
export async function holdByCriticals(tx: UnitOfWork, items: readonly Item[]): Promise<void> {
  const criticals = items.flatMap(({ severity, model, claim, heldBy }) =>
    severity === "critical" && model !== null && heldBy === null && claim !== null
      ? [{ model: model.id, reference: claim.reference }]
      : [],
  );
  if (criticals.length === 0) return;
  await tx.db.$executeRaw`
    UPDATE escalations e SET place = 'held', held_by = 'inhibition', held_by_reference = c.reference, held_until = NULL,
      collect_at = NULL, deliver_at = NULL, digest_id = NULL,
      marks = e.marks || jsonb_build_array(jsonb_build_array('inhibited', jsonb_build_object('by', 'inhibition', 'reference', c.reference)))
    FROM jsonb_to_recordset(${JSON.stringify(criticals)}::jsonb) AS c(model uuid, reference text)
    WHERE e.organization_id = app_organization() AND e.model_id = c.model AND e.severity <= 2 AND e.place = 'queued'
      AND e.status <> 'resolved'`;
}
