// Brings held items back (ESC-111, ESC-113): they go through the stages again from where they were held, with the budget of the
// day on which they come back. What was answered meanwhile is told to nobody.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { toSpending } from "./budget.ts";
import { spend } from "./budget-store.ts";
import { loadGround } from "./ground-store.ts";
import { takeIn } from "./intake.ts";
import { lockRooms, peekRooms } from "./intake-store.ts";
import type { Item, Mark } from "./item.ts";
import { fromKeptMark, type KeptMark, toKeptMark } from "./mark-code.ts";
import { movePlacements } from "./placement-store.ts";
import { Category } from "./schema.ts";
import { SEVERITIES, toSeverity } from "./severity-scale.ts";
import { runStages } from "./stage-run.ts";

type HeldRow = {
  id: string;
  reference: string;
  title: string;
  description: string;
  source: string;
  category: string | null;
  severity: number;
  score: number;
  status: string;
  fingerprint: string;
  occurrences: number;
  episode: number;
  respond_by: Date;
  marks: KeptMark[];
  model_reference: string | null;
  venture_reference: string | null;
};

export type Released = {
  /** Those that nobody has answered, where they stand now. */
  readonly unanswered: readonly Item[];
  readonly references: readonly string[];
  /** How many something else holds by now. */
  readonly heldAgain: number;
};

export async function releaseHeld(tx: UnitOfWork, at: Date, most: number): Promise<Released> {
  await freeLeftHeld(tx, at);
  const rows = await tx.db.$queryRaw<HeldRow[]>`
    SELECT e.id, e.reference, e.title, e.description, e.source, e.category, e.severity, e.score, e.status, e.fingerprint,
      e.occurrences, e.episode, e.respond_by, e.marks, m.reference AS model_reference, v.reference AS venture_reference
    FROM escalations e
    LEFT JOIN models m ON m.organization_id = e.organization_id AND m.id = e.model_id
    LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
    WHERE e.organization_id = app_organization() AND e.place = 'held' AND e.held_until <= ${at}
    ORDER BY e.fingerprint, e.id LIMIT ${most} FOR UPDATE OF e SKIP LOCKED`;
  if (rows.length === 0) return { unanswered: [], references: [], heldAgain: 0 };
  await tellResolved(tx, rows, at);
  const open = rows.filter(({ status }) => status !== "resolved");
  const raises = open.map((row) => ({
    ventureRef: row.venture_reference ?? undefined,
    modelRef: row.model_reference ?? undefined,
  }));
  const ground = await loadGround(tx, raises);
  const items = open.flatMap((row) => toItem(row, ground));
  const rooms = await lockRooms(tx, items, { ...ground, rooms: peekRooms(items, ground) });
  const sorted = runStages(items, { ...ground, rooms }, { from: "hold" });
  const placed = [...sorted.kept, ...sorted.held];
  await spend(tx, toSpending(placed), rooms);
  await movePlacements(
    tx,
    placed.map((item) => ({ item, nextStepAt: null })),
    at,
  );
  const isHeld = new Set(placed.filter(({ place }) => place === "held").map(({ claim }) => claim?.id));
  const isOpen = new Set(rows.filter(({ status }) => status === "open").map(({ id }) => id));
  return {
    unanswered: placed.filter(({ claim }) => claim !== null && isOpen.has(claim.id)),
    references: rows.filter(({ id }) => !isHeld.has(id)).map(({ reference }) => reference),
    heldAgain: isHeld.size,
  };
}

/** What came to be held by something while that was ending: nobody has freed it. */
async function freeLeftHeld(tx: UnitOfWork, at: Date): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalations SET held_until = ${at}
    WHERE organization_id = app_organization() AND place = 'held' AND (held_until IS NULL OR held_until > ${at})
      AND held_by_reference = ANY(ARRAY(SELECT escalation_holders_over(app_organization(), ${at})))`;
}

function toItem(row: HeldRow, ground: Parameters<typeof takeIn>[1]): Item[] {
  const raise = {
    ...{ title: row.title, description: row.description, source: row.source },
    ...(row.venture_reference === null ? {} : { ventureRef: row.venture_reference }),
    ...(row.model_reference === null ? {} : { modelRef: row.model_reference }),
  };
  const severity = toSeverity(row.severity);
  const wanted = SEVERITIES[severity].channel;
  const claim = {
    ...{ id: row.id, reference: row.reference, isNew: true, severity, score: row.score, before: null },
    ...{ occurrences: row.occurrences, episode: row.episode },
  };
  return takeIn([{ index: 0, reference: row.reference, raise }], ground).kept.map((item) => ({
    ...item,
    ...{ claim, severity, wanted, channel: wanted, score: row.score, fingerprint: row.fingerprint },
    ...{
      category: row.category === null ? null : Category.parse(row.category),
      respondBy: row.respond_by,
      marks: row.marks.map(fromKeptMark),
    },
  }));
}

/** What was resolved while it was held needs nobody any more: it stands where it would have gone, and the mark says why. */
async function tellResolved(tx: UnitOfWork, rows: readonly HeldRow[], at: Date): Promise<void> {
  const ids = rows.filter(({ status }) => status === "resolved").map(({ id }) => id);
  if (ids.length === 0) return;
  const mark: Mark = {
    stage: "hold",
    outcome: "kept",
    code: "escalations.resolved_while_held",
    facts: {},
    until: null,
  };
  await tx.db.$executeRaw`
    UPDATE escalations SET place = 'delivered', delivered_at = ${at}, held_by = NULL, held_by_reference = NULL, held_until = NULL,
      marks = marks || ${JSON.stringify([toKeptMark(mark)])}::jsonb
    WHERE organization_id = app_organization() AND id = ANY(${ids}::uuid[])`;
}
