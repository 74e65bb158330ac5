// Writes of the intake in typed SQL (ESC-3, ESC-4): one statement for up to a thousand items.
import type { StatementWork } from "../../db/unit-of-work.ts";
import type { Claim, Item } from "./item.ts";
import { type KeptMark, toKeptMark } from "./mark-code.ts";
import { Channel, Place } from "./schema.ts";
import { rankOf, toSeverity } from "./severity-scale.ts";

/** What many rows of one act have in common goes to the database once. */
export type NewRow = Readonly<Record<"reference" | "fingerprint" | "title" | "titleKey" | "description", string>> & {
  readonly placement: PlacementRow;
  readonly shared: SharedRow;
};

export type PlacementRow = {
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
};

type SharedRow = {
  readonly source: string;
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
};

/** As `escalation_claim` answers it, in this order. */
type ClaimRow = readonly [
  fingerprint: string,
  id: string,
  reference: string,
  isNew: boolean,
  occurrences: number,
  episode: number,
  severity: number,
  score: number,
  beforeSeverity: number | null,
  beforeChannel: string | null,
  beforeRespondBy: string | null,
  beforePlace: string | null,
];

export type Claims = { readonly claims: ReadonlyMap<string, Claim>; readonly claimedAt: Date };

/** Makes each fingerprint an item or joins it to the open one; the rows are locked until the transaction ends. */
export async function claimItems(tx: StatementWork, rows: readonly NewRow[], at: Date): Promise<Claims> {
  const { shared, kinds } = shareRows(rows);
  const column = (name: "reference" | "fingerprint" | "title" | "titleKey" | "description") =>
    rows.map((row) => row[name]);
  const [answer] = await tx.db.$queryRaw<{ claims: readonly ClaimRow[] | null; claimed_at: Date }[]>`
    -- kept: escalation_claim
    SELECT * FROM escalation_claim(${column("fingerprint")}::text[], ${column("reference")}::text[], ${column("title")}::text[],
      ${column("titleKey")}::text[], ${column("description")}::text[], ${kinds}::int[], ${shared}::json, ${at})`;
  if (answer === undefined) throw new Error("The database claimed nothing");
  return { claims: new Map((answer.claims ?? []).map(toClaim)), claimedAt: answer.claimed_at };
}

/** Each row's number of what it shares with others, and all of these as JSON. */
function shareRows(rows: readonly NewRow[]): { readonly shared: string; readonly kinds: readonly number[] } {
  const numbers = new Map<string, number>();
  const kinds = rows.map(({ placement, shared }) => {
    const text = `${JSON.stringify(placement).slice(0, -1)},${JSON.stringify(shared).slice(1)}`;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  const texts = [...numbers].map(([text, number]) => `{"kind":${number},${text.slice(1)}`);
  return { shared: `[${texts.join()}]`, kinds };
}

function toClaim(row: ClaimRow): [string, Claim] {
  const [fingerprint, id, reference, wasMade, occurrences, episode, severity, score, ...before] = row;
  const [beforeSeverity, beforeChannel, beforeRespondBy, beforePlace] = before;
  const isNew = wasMade || beforeSeverity === null || beforeRespondBy === null;
  const claim: Claim = {
    ...{ id, reference, isNew, occurrences, episode, severity: toSeverity(severity), score },
    before: isNew
      ? null
      : {
          severity: toSeverity(beforeSeverity),
          channel: Channel.parse(beforeChannel),
          respondBy: new Date(beforeRespondBy),
          place: Place.parse(beforePlace),
        },
  };
  return [fingerprint, claim];
}

export type Move = { readonly item: Item; readonly nextStepAt: Date | null };

/** Rewrites where items stand. One that rose begins its path anew; one that is acknowledged stays so. */
export async function movePlacements(tx: StatementWork, moves: readonly Move[], at: Date): Promise<void> {
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
  tx: StatementWork,
  items: readonly Item[],
  { at, raisedBy }: { readonly at: Date; readonly raisedBy: string | null },
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ claim, occurrences, severity, raise, said }) => ({
    ...{ id: claim?.id, occurrences, severity: rankOf(severity), source: raise.source, said },
  }));
  await tx.db.$executeRaw`
    -- kept: escalation_merges
    INSERT INTO escalation_merges (escalation_id, merged_at, occurrences, severity, source, raised_by, said)
    SELECT m.id, ${at}, m.occurrences, m.severity, m.source, ${raisedBy}::uuid, COALESCE((
      SELECT jsonb_agg(s.words) FROM jsonb_array_elements(m.said) AS s(words)
      WHERE s.words ->> 'title' <> e.title OR s.words ->> 'description' <> e.description), '[]')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, occurrences int, severity smallint, source text, said jsonb)
    JOIN escalations e ON e.organization_id = app_organization() AND e.id = m.id`;
}

/** What waits on a model when a critical one comes, waits for that now (ESC-113). */
export async function holdByCriticals(tx: StatementWork, items: readonly Item[]): Promise<void> {
  const criticals = items.flatMap(({ severity, model, claim }) =>
    severity === "critical" && model !== null && claim !== null
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
