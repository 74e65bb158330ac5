// Takes raises in (ESC-3, ESC-4): gathers the ground, runs the stages, and writes what they say. New items are written as they
// would stand by what is left before they are locked; only what the budget or a rise has moved is written twice. Lock order: items by
// fingerprint, budget rows by key, models by id, audit head.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { addHours } from "../kernel/calendar.ts";
import { notify } from "../notifications/store.ts";
import { resolveAudiences } from "./audience.ts";
import { type Room, roomsAtStake, roomsWanted, toSpending } from "./budget.ts";
import { claimRooms, loadRooms, spend } from "./budget-store.ts";
import { type LoadedGround, loadGround, loadSubjects } from "./ground-store.ts";
import { type Raised, type Refused, takeIn } from "./intake.ts";
import type { Item } from "./item.ts";
import { toKeptMark } from "./mark-code.ts";
import { insertNotices, sourceKeyOf } from "./notice-store.ts";
import { itemRaised } from "./notices.ts";
import { nextStepAt } from "./path.ts";
import { loadPeople } from "./people-store.ts";
import { claimItems, holdByCriticals, insertMerges, movePlacements, type NewRow } from "./placement-store.ts";
import { refreshModelRisk } from "./risk-store.ts";
import { rankOf } from "./severity-scale.ts";
import { runStages } from "./stage-run.ts";

export type Taken = {
  /** Every accepted raise, folded, each in exactly one place. */
  readonly items: readonly Item[];
  readonly refused: readonly Refused[];
};

export async function takeInRaises(
  tx: UnitOfWork,
  request: { readonly raised: readonly Raised[]; readonly raisedBy: string | null; readonly at: Date },
): Promise<Taken> {
  const { raised, raisedBy, at } = request;
  const { criticals, ...subjects } = await loadSubjects(
    tx,
    raised.map(({ raise }) => raise),
  );
  const taken = takeIn(raised, subjects, at);
  if (taken.kept.length === 0) return { items: [], refused: taken.refused };
  const ground = { ...(await loadGround(tx, at)), criticals };
  const folded = runStages(taken.kept, ground, { from: "severity", to: "dedupe" }).kept;
  const rooms = await peekRooms(tx, folded, ground);
  const expected = runStages(folded, { ...ground, rooms }, { from: "hold" });
  const rows = [...expected.kept, ...expected.held].map((item) => toNewRow(item, ground, raisedBy));
  const claims = await claimItems(tx, rows, at);
  const deduped = runStages(folded, { ...ground, claims }, { from: "dedupe", to: "dedupe" });
  const placed = await placeItems(tx, deduped.kept, { ...ground, rooms });
  const written = new Map(rows.map((row) => [row.fingerprint, row]));
  const moved = placed.filter((item) => hasMoved(item, written.get(item.fingerprint)));
  await movePlacements(
    tx,
    moved.map((item) => ({ item, nextStepAt: firstStepAt(item, ground) })),
    at,
  );
  await insertMerges(tx, [...deduped.held, ...placed.filter(({ claim }) => claim?.isNew === false)], { at, raisedBy });
  await holdByCriticals(tx, placed);
  await tellAtOnce(tx, placed, at);
  await refreshModelRisk(
    tx,
    placed.flatMap(({ model }) => (model === null ? [] : [model.id])),
    at,
  );
  return { items: [...placed, ...deduped.held], refused: taken.refused };
}

/** What is left for these items before anything is locked. */
export async function peekRooms(
  tx: UnitOfWork,
  items: readonly Item[],
  ground: LoadedGround,
): Promise<ReadonlyMap<string, Room>> {
  const references = new Map(
    items.flatMap(({ venture }) =>
      venture === null
        ? []
        : [[venture.id, venture.reference] as const, [venture.portfolioId, venture.portfolioReference] as const],
    ),
  );
  return loadRooms(tx, roomsWanted(items, ground), references);
}

/** Runs what comes after dedupe, with the rooms at stake under lock, and spends what was taken of them. */
export async function placeItems(
  tx: UnitOfWork,
  items: readonly Item[],
  ground: LoadedGround & { readonly rooms: ReadonlyMap<string, Room> },
): Promise<readonly Item[]> {
  const sorted = runStages(items, ground, { from: "hold", to: "hold" });
  const rooms = await claimRooms(tx, ground.rooms, roomsAtStake(sorted.kept, ground, ground.rooms));
  const placed = runStages(sorted.kept, { ...ground, rooms }, { from: "budget" });
  await spend(tx, toSpending(placed.kept), rooms);
  return [...placed.kept, ...placed.held, ...sorted.held];
}

function firstStepAt(item: Item, { paths, at }: Pick<LoadedGround, "paths" | "at">): Date | null {
  const facts = { status: "open" as const, severeSince: at, respondBy: item.respondBy, pathStep: 0, isReminded: false };
  return nextStepAt(facts, paths[item.severity]);
}

function toNewRow(item: Item, ground: LoadedGround, raisedBy: string | null): NewRow {
  const [first] = item.said;
  const { at, deadlineMinutes, venture } = item;
  return {
    ...toPlacementRow(item),
    ...{ reference: item.reference, fingerprint: item.fingerprint, title_key: item.titleKey },
    ...{ title: first?.title ?? "", description: first?.description ?? "", source: item.raise.source },
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
    said: item.said,
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
function hasMoved(item: Item, row: NewRow | undefined): boolean {
  if (item.claim?.isNew !== true || row === undefined) return true;
  const now = toPlacementRow(item);
  return PLACEMENT.some((key) => String(now[key]) !== String(row[key]));
}

export async function tellAtOnce(tx: UnitOfWork, items: readonly Item[], at: Date): Promise<void> {
  const told = items.filter(({ notice }) => notice !== null);
  if (told.length === 0) return;
  const people = await loadPeople(tx);
  for (const item of told) await tellOfItem(tx, item, at, people);
}

async function tellOfItem(tx: UnitOfWork, item: Item, at: Date, people: Awaited<ReturnType<typeof loadPeople>>) {
  const { notice, claim, severity, model, venture } = item;
  if (notice === null || claim === null) return;
  const { audiences, urgency } = notice;
  const concerned = { ownerUserId: model?.ownerUserId ?? null, leadUserId: venture?.leadUserId ?? null };
  const userIds = resolveAudiences(audiences, people, concerned);
  const base = {
    escalationId: claim.id,
    kind: "first" as const,
    severity,
    step: 0,
    audiences,
    userIds,
    dueAt: at,
    isLate: false,
  };
  const sourceKey = sourceKeyOf(base);
  await insertNotices(tx, [{ ...base, sourceKey }], at);
  await notify(tx, { ...itemRaised(item), userIds, urgency, sourceKey });
}
