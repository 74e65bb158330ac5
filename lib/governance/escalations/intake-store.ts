// Takes raises in (ESC-3, ESC-4): gathers the ground, runs the stages, and writes what they say. New items are written as they
// would stand by what is left before they are locked; only what the budget or a rise has moved is written twice. Lock order: items by
// fingerprint, budget rows by key, models by id, audit head.
import type { StatementWork } from "../../db/unit-of-work.ts";
import { addHours } from "../kernel/calendar.ts";
import { type Room, roomsAtStake, roomsWanted, toSpending } from "./budget.ts";
import { claimRooms, spend, toRooms } from "./budget-store.ts";
import type { EscalationsEvent } from "./events.ts";
import { type LoadedGround, loadGround } from "./ground-store.ts";
import { type Raised, type Refused, takeIn } from "./intake.ts";
import type { Item } from "./item.ts";
import { toKeptMark } from "./mark-code.ts";
import { nextStepAt } from "./path.ts";
import { loadPeople } from "./people-store.ts";
import {
  claimItems,
  holdByCriticals,
  insertMerges,
  type Move,
  movePlacements,
  type NewRow,
} from "./placement-store.ts";
import { refreshModelRisk } from "./risk-store.ts";
import { rankOf } from "./severity-scale.ts";
import { runStages } from "./stage-run.ts";
import { tellAtOnce } from "./telling-store.ts";

export type Taken = {
  /** Every accepted raise, folded, each in exactly one place. */
  readonly items: readonly Item[];
  readonly refused: readonly Refused[];
};

type Request = {
  readonly raised: readonly Raised[];
  readonly raisedBy: string | null;
  /** What the act says of itself on record, or null when there is nothing to say. */
  readonly toEvent: (taken: Taken) => EscalationsEvent | null;
};

export async function takeInRaises(tx: StatementWork, { raised, raisedBy, toEvent }: Request): Promise<Taken> {
  const ground = await loadGround(
    tx,
    raised.map(({ raise }) => raise),
  );
  const { kept, refused } = takeIn(raised, ground);
  if (kept.length === 0) return recordTaken(tx, { items: [], refused }, toEvent, ground.at);
  const folded = runStages(kept, ground, { from: "severity", to: "dedupe" }).kept;
  const peeked = { ...ground, rooms: peekRooms(folded, ground) };
  const expected = runStages(folded, peeked, { from: "hold" });
  const rows = [...expected.kept, ...expected.held].map((item) => toNewRow(item, ground, raisedBy));
  const [{ claims, claimedAt }, rooms, people] = await tx.together(
    () => claimItems(tx, rows, ground.at),
    () => lockRooms(tx, folded, peeked),
    async () => (expected.kept.some(({ notice }) => notice !== null) ? loadPeople(tx) : null),
  );
  const deduped = runStages(folded, { ...ground, claims }, { from: "dedupe", to: "dedupe" });
  const sorted = runStages(deduped.kept, { ...ground, rooms }, { from: "hold" });
  const placed = [...sorted.kept, ...sorted.held];
  const taken = { items: [...placed, ...deduped.held], refused };
  const merged = [...deduped.held, ...placed.filter(({ claim }) => claim?.isNew === false)];
  await tx.together(
    () => spend(tx, toSpending(placed), rooms),
    () => movePlacements(tx, findMoved(placed, rows, ground), ground.at),
    () => insertMerges(tx, merged, { at: ground.at, raisedBy }),
    () => holdByCriticals(tx, placed),
    () => tellAtOnce(tx, placed, { at: ground.at, people }),
    () => refreshModelRisk(tx, findModels(placed), ground.at),
  );
  return recordTaken(tx, taken, toEvent, claimedAt);
}

async function recordTaken(tx: StatementWork, taken: Taken, toEvent: Request["toEvent"], readAt: Date): Promise<Taken> {
  const event = toEvent(taken);
  if (event === null) tx.unchanged();
  else await tx.record(event, readAt);
  return taken;
}

const findModels = (items: readonly Item[]) => items.flatMap(({ model }) => (model === null ? [] : [model.id]));

/** What is left for these items before anything is locked. */
export function peekRooms(items: readonly Item[], ground: LoadedGround): ReadonlyMap<string, Room> {
  const references = new Map(
    items.flatMap(({ venture }) =>
      venture === null
        ? []
        : [[venture.id, venture.reference] as const, [venture.portfolioId, venture.portfolioReference] as const],
    ),
  );
  return toRooms(roomsWanted(items, ground), ground.budgets, references);
}

/** Locks what may still be spent of; what was read of the others stays true. */
export function lockRooms(
  tx: StatementWork,
  items: readonly Item[],
  ground: LoadedGround & { readonly rooms: ReadonlyMap<string, Room> },
): Promise<ReadonlyMap<string, Room>> {
  const { kept } = runStages(items, ground, { from: "hold", to: "hold" });
  return claimRooms(tx, ground.rooms, roomsAtStake(kept, ground, ground.rooms));
}

function firstStepAt(item: Item, { paths, at }: Pick<LoadedGround, "paths" | "at">): Date | null {
  const facts = { status: "open" as const, severeSince: at, respondBy: item.respondBy, pathStep: 0, isReminded: false };
  return nextStepAt(facts, paths[item.severity]);
}

function toNewRow(item: Item, ground: LoadedGround, raisedBy: string | null): NewRow {
  const [first] = item.said;
  return {
    ...{ reference: item.reference, fingerprint: item.fingerprint, titleKey: item.titleKey },
    ...{ title: first?.title ?? "", description: first?.description ?? "", placement: toPlacementRow(item) },
    shared: toSharedRow(item, ground, raisedBy),
  };
}

/** What many items of one act have in common. */
function toSharedRow(item: Item, ground: LoadedGround, raisedBy: string | null): NewRow["shared"] {
  const { at, deadlineMinutes, venture } = item;
  return {
    source: item.raise.source,
    ...{ category: item.category, trigger: item.trigger, stage: item.stage, impact_cents: item.impactCents },
    ...{ severity: rankOf(item.severity), score: item.score, parts: item.parts, occurrences: item.occurrences },
    ...{
      model_id: item.model?.id ?? null,
      venture_id: venture?.id ?? null,
      portfolio_id: venture?.portfolioId ?? null,
    },
    deadline_at: deadlineMinutes === null ? null : addHours(at, deadlineMinutes / 60),
    ...{ raised_by: raisedBy, respond_by: item.respondBy, charter_version: ground.charterVersion },
    next_step_at: firstStepAt(item, ground),
  };
}

/** What the stages after dedupe decide. The number of its episode is known to the database alone and kept by the row. */
function toPlacementRow(item: Item) {
  const { channel, wanted, isOverBudget, place, heldBy, collectAt, deliverAt, at } = item;
  return {
    ...{ channel, wanted_channel: wanted, is_over_budget: isOverBudget, place },
    ...{ held_by: heldBy?.by ?? null, held_by_reference: heldBy?.reference ?? null, held_until: heldBy?.until ?? null },
    ...{ collect_at: collectAt, deliver_at: deliverAt, delivered_at: place === "delivered" ? at : null },
    marks: item.marks.filter(({ code }) => code !== "escalations.first_of_its_kind").map(toKeptMark),
  };
}

/** Its marks follow from these. */
const PLACEMENT = [
  "channel",
  "is_over_budget",
  "place",
  "held_by",
  "held_by_reference",
  "collect_at",
  "deliver_at",
] as const;

/** INVARIANT: a row stands as the stages say; a new one that stands so already is not written again. */
function findMoved(placed: readonly Item[], rows: readonly NewRow[], ground: LoadedGround): Move[] {
  const written = new Map(rows.map((row) => [row.fingerprint, row]));
  return placed
    .filter((item) => hasMoved(item, written.get(item.fingerprint)))
    .map((item) => ({ item, nextStepAt: firstStepAt(item, ground) }));
}

function hasMoved(item: Item, row: NewRow | undefined): boolean {
  if (item.claim?.isNew !== true || row === undefined) return true;
  const now = toPlacementRow(item);
  return PLACEMENT.some((key) => String(now[key]) !== String(row.placement[key]));
}
