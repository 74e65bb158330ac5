// Answers "is there attention left for this?" (ESC-5, ESC-6): an item must fit every scope it belongs to; what does not fit
// goes one channel down, is marked, and keeps its severity and its response deadline.
import { toLocalDate } from "../kernel/local-time.ts";
import { type Item, kept, type Mark, type Sorted, withMark } from "./item.ts";
import { weekOf } from "./schedule.ts";
import type { Channel } from "./schema.ts";
import { oneDown, rankOf } from "./severity-scale.ts";

export const SCOPE_LEVELS = ["venture", "portfolio", "ecosystem"] as const;
export type ScopeLevel = (typeof SCOPE_LEVELS)[number];

export type BudgetLimits = {
  readonly immediatePerDay: number;
  readonly nextBriefingPerDay: number;
  readonly weeklyPerWeek: number;
};

export const STANDARD_BUDGETS: Readonly<Record<ScopeLevel, BudgetLimits>> = {
  venture: { immediatePerDay: 2, nextBriefingPerDay: 5, weeklyPerWeek: 20 },
  portfolio: { immediatePerDay: 10, nextBriefingPerDay: 25, weeklyPerWeek: 100 },
  ecosystem: { immediatePerDay: 20, nextBriefingPerDay: 50, weeklyPerWeek: 200 },
};

type Budgeted = { readonly limit: keyof BudgetLimits; readonly period: "day" | "week" };

/** The daily summary has no budget: there is always a place for what is moved down. */
const BUDGETED: Readonly<Record<Channel, Budgeted | null>> = {
  immediate: { limit: "immediatePerDay", period: "day" },
  next_briefing: { limit: "nextBriefingPerDay", period: "day" },
  daily_summary: null,
  weekly_digest: { limit: "weeklyPerWeek", period: "week" },
};

/** What one scope has in one channel and period. */
export type Room = {
  readonly level: ScopeLevel;
  readonly scopeId: string;
  readonly channel: Channel;
  /** The day, or the Monday of the week, on the organisation's calendar: `2026-11-20`. */
  readonly period: string;
  readonly limit: number;
  readonly used: number;
};

export type RoomWanted = Omit<Room, "limit" | "used"> & {
  readonly key: string;
  readonly limitName: keyof BudgetLimits;
};

type BudgetGround = { readonly organizationId: string; readonly at: Date; readonly zone: string };

/** The ground with its day and week read once. */
type Calendar = { readonly organizationId: string; readonly day: string; readonly week: string };

const toCalendar = (ground: BudgetGround): Calendar => ({
  organizationId: ground.organizationId,
  ...{ day: periodOf("day", ground), week: periodOf("week", ground) },
});

function scopesOf(item: Pick<Item, "venture">, organizationId: string): { level: ScopeLevel; scopeId: string }[] {
  const ecosystem = { level: "ecosystem" as const, scopeId: organizationId };
  if (item.venture === null) return [ecosystem];
  const { id, portfolioId } = item.venture;
  return [{ level: "venture", scopeId: id }, { level: "portfolio", scopeId: portfolioId }, ecosystem];
}

export function periodOf(period: "day" | "week", { at, zone }: Pick<BudgetGround, "at" | "zone">): string {
  return period === "day" ? toLocalDate(at, zone) : weekOf(at, zone);
}

function wantedIn(item: Pick<Item, "venture">, channel: Channel, calendar: Calendar): RoomWanted[] {
  const budgeted = BUDGETED[channel];
  if (budgeted === null) return [];
  const period = calendar[budgeted.period];
  return scopesOf(item, calendar.organizationId).map(({ level, scopeId }) => ({
    ...{ level, scopeId, channel, period, limitName: budgeted.limit },
    key: [scopeId, channel, period].join("|"),
  }));
}

/** Every room that an item may come to on its way down, in one order for all, so that locks are taken in one order. */
export function roomsWanted(items: readonly Pick<Item, "venture" | "channel">[], ground: BudgetGround): RoomWanted[] {
  const calendar = toCalendar(ground);
  return inOneOrder(
    items.flatMap((item) => channelsDown(item.channel).flatMap((channel) => wantedIn(item, channel, calendar))),
  );
}

/** From a channel down to the first without a budget. */
function channelsDown(from: Channel): Channel[] {
  const channels: Channel[] = [];
  for (let channel: Channel | null = from; channel !== null && BUDGETED[channel] !== null; channel = oneDown(channel)) {
    channels.push(channel);
  }
  return channels;
}

function inOneOrder(rooms: readonly RoomWanted[]): RoomWanted[] {
  return [...new Map(rooms.map((room) => [room.key, room])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Of these rooms the ones that may still be spent in, by what was read before: use only grows, so a full room stays full, and an
 * item that one of its scopes has no room for needs no lock on the others.
 */
export function roomsAtStake(
  items: readonly Pick<Item, "venture" | "channel">[],
  ground: BudgetGround,
  rooms: ReadonlyMap<string, Room>,
): RoomWanted[] {
  const calendar = toCalendar(ground);
  const hasRoom = ({ key }: RoomWanted) => !isFull(key, rooms, new Map([[key, rooms.get(key)?.used ?? 0]]));
  const needed = items.flatMap((item) =>
    channelsDown(item.channel).flatMap((channel) => {
      const wanted = wantedIn(item, channel, calendar);
      return wanted.every(hasRoom) ? wanted : [];
    }),
  );
  return inOneOrder(needed);
}

/** The most severe first, so that the order of arrival within an act decides nothing. */
export function budget(
  items: readonly Item[],
  ground: BudgetGround & {
    readonly rules: { readonly exemptCategories: readonly string[] };
    readonly rooms: ReadonlyMap<string, Room> | null;
  },
): Sorted {
  const used = new Map([...(ground.rooms ?? [])].map(([key, room]) => [key, room.used]));
  const calendar = toCalendar(ground);
  const ordered = items.toSorted(
    (a, b) => rankOf(b.severity) - rankOf(a.severity) || (a.fingerprint < b.fingerprint ? -1 : 1),
  );
  const settled = new Map(ordered.map((item) => [item.fingerprint, spendOne(item, { ...ground, ...calendar }, used)]));
  return { kept: items.map((item) => settled.get(item.fingerprint) ?? item), held: [] };
}

function spendOne(start: Item, ground: Parameters<typeof budget>[1] & Calendar, used: Map<string, number>): Item {
  const isExempt = ground.rules.exemptCategories.includes(start.category ?? "");
  const before = start.claim?.before ?? null;
  for (let item = start; ; ) {
    const rooms = wantedIn(item, item.channel, ground);
    const full = ground.rooms === null ? undefined : rooms.find(({ key }) => isFull(key, ground.rooms, used));
    // A rise is never led to a quieter channel than it comes from; where it waits it has its unit already.
    const isBack = before?.channel === item.channel && before.place !== "held";
    if (isBack && (before.place === "queued" || full !== undefined)) {
      return withMark(item, kept("budget", "escalations.stays_in_channel", { channel: item.channel }));
    }
    if (full === undefined) {
      for (const { key } of rooms) used.set(key, (used.get(key) ?? 0) + 1);
      const spent = rooms.map(({ key }) => key);
      return withMark({ ...item, spent }, kept("budget", "escalations.within_budget", { channel: item.channel }));
    }
    const { level, period, channel, key } = full;
    const facts = { level, channel, period, limit: ground.rooms?.get(key)?.limit ?? 0 };
    if (isExempt)
      return withMark(item, kept("budget", "escalations.exempt_from_downgrade", { ...facts, category: item.category }));
    const to = oneDown(item.channel);
    if (to === null) return withMark({ ...item, isOverBudget: true }, moved("escalations.over_budget", facts));
    item = withMark({ ...item, channel: to }, moved("escalations.downgraded", { ...facts, from: channel, to }));
  }
}

function isFull(key: string, rooms: ReadonlyMap<string, Room> | null, used: ReadonlyMap<string, number>): boolean {
  const room = rooms?.get(key);
  if (room === undefined) throw new Error(`The budget of ${key} was not asked for`);
  return (used.get(key) ?? 0) >= room.limit;
}

function moved(code: Mark["code"], facts: Mark["facts"]): Mark {
  return { stage: "budget", outcome: "moved", code, facts, until: null };
}

/** Units by room, as one statement spends them. */
export function toSpending(items: readonly Pick<Item, "spent">[]): ReadonlyMap<string, number> {
  const spending = new Map<string, number>();
  for (const key of items.flatMap(({ spent }) => spent)) spending.set(key, (spending.get(key) ?? 0) + 1);
  return spending;
}
