// Raises that come with the same key while another act is under way are one act (ESC-126): one transaction and one entry for
// all of them, each answered when it is on disk. The key is looked up after the last of them has come, so one that ended lets
// none through. What fails together is tried apart: nobody's raise fails for another's sake.
import { raiseEscalation } from "../governance/escalations/operations/raise-escalation.ts";
import { raiseEscalations } from "../governance/escalations/operations/raise-escalations.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { Refusal, refuse } from "../governance/kernel/refusal.ts";
import { findKeyActor } from "./actor.ts";
import { invoke } from "./invoke.ts";

export type Raising = {
  /** The key as it was shown. */
  readonly presented: string;
  readonly kind: "single" | "batch";
  readonly input: Readonly<Record<string, unknown>>;
  readonly requestId: string;
};

type Waiting = Raising & {
  /** What it adds to a common act; null when it is judged by itself. */
  readonly items: readonly unknown[] | null;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Line = { readonly waiting: Waiting[]; underWay: number };

/** The most that one batch holds. */
const MOST_ITEMS = 1_000;
/** What is gathered into one act: more would only make the first of them wait for the last. */
const MOST_GATHERED = 320;
/** While one act is written the next one is read and judged, if that many wait already: small acts cost more than they bring. */
const ACTS_AT_ONCE = 2;
const WORTH_A_SECOND = 256;
/** Those who were answered together ask again together: the next act waits for as long as they keep coming, within bounds. */
const LAST_LOOK_MS = 1;
const MOST_LOOKS = 4;

const lines = new Map<string, Line>();

/** Answers what the operation answers for this one raise or batch, or throws its refusal. */
export function gatherRaise(raising: Raising): Promise<unknown> {
  const { presented } = raising;
  const line = lines.get(presented) ?? { waiting: [], underWay: 0 };
  lines.set(presented, line);
  return new Promise((resolve, reject) => {
    line.waiting.push({ ...raising, items: itemsOf(raising), resolve, reject });
    if (line.underWay === 0 || (line.underWay < ACTS_AT_ONCE && sizeOf(line.waiting) >= WORTH_A_SECOND)) {
      void work(presented, line);
    }
  });
}

function itemsOf({ kind, input }: Raising): readonly unknown[] | null {
  if (kind === "single") return [input];
  const { items, ...others } = input;
  const isPlain = Array.isArray(items) && items.length > 0 && items.length <= MOST_ITEMS;
  return isPlain && Object.keys(others).length === 0 ? items : null;
}

const sizeOf = (waiting: readonly Waiting[]) => waiting.reduce((sum, { items }) => sum + (items?.length ?? 1), 0);

async function work(presented: string, line: Line): Promise<void> {
  line.underWay += 1;
  while (line.waiting.length > 0) {
    await letGather(line.waiting);
    await answerTogether(presented, takeGroup(line.waiting));
  }
  line.underWay -= 1;
  if (line.underWay === 0) lines.delete(presented);
}

async function letGather(waiting: readonly Waiting[]): Promise<void> {
  for (let look = 0, seen = 0; look < MOST_LOOKS && seen < waiting.length; look += 1) {
    if (sizeOf(waiting) >= WORTH_A_SECOND) return;
    seen = waiting.length;
    await new Promise((resolve) => setTimeout(resolve, LAST_LOOK_MS));
  }
}

function takeGroup(waiting: Waiting[]): Waiting[] {
  if (waiting.length === 0) return [];
  let size = waiting[0]?.items?.length ?? MOST_GATHERED;
  let count = 1;
  for (const { items } of waiting.slice(1)) {
    if (items === null || size + items.length > MOST_GATHERED) break;
    size += items.length;
    count += 1;
  }
  return waiting.splice(0, count);
}

async function answerTogether(presented: string, group: readonly Waiting[]): Promise<void> {
  if (group.length === 0) return;
  try {
    const actor = await findKeyActor(presented);
    if (actor === null) throw refuse("kernel.sign_in_required", {});
    await (group.length === 1 ? answerApart(actor, group) : answerGroup(actor, group));
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}

async function answerApart(actor: PersonActor, group: readonly Waiting[]): Promise<void> {
  for (const { kind, input, requestId, resolve, reject } of group) {
    const asked = { actor, input, requestId };
    await (kind === "single" ? invoke(raiseEscalation, asked) : invoke(raiseEscalations, asked)).then(resolve, reject);
  }
}

type BatchAnswer = Awaited<ReturnType<typeof invoke<typeof raiseEscalations.input, typeof raiseEscalations.output>>>;

async function answerGroup(actor: PersonActor, group: readonly Waiting[]): Promise<void> {
  const items = group.flatMap((each) => each.items ?? []);
  const [first] = group;
  let answer: BatchAnswer;
  try {
    answer = await invoke(raiseEscalations, { actor, input: { items }, requestId: first?.requestId });
  } catch (error) {
    // Refused as a whole: what the key may not do, it may not do apart either.
    if (error instanceof Refusal) throw error;
    return answerApart(actor, group);
  }
  const refusedApart = group.filter((each) => !answerOwn(each, answer, group));
  await answerApart(actor, refusedApart);
}

/** Gives it its part of the common answer; false for a single one that was refused: its own door says why. */
function answerOwn(each: Waiting, answer: BatchAnswer, group: readonly Waiting[]): boolean {
  const place = group.indexOf(each);
  const from = group.slice(0, place).reduce((sum, { items }) => sum + (items?.length ?? 0), 0);
  const isOwn = ({ index }: { index: number }) => index >= from && index < from + (each.items?.length ?? 0);
  const items = answer.items.filter(isOwn).map(({ index, ...own }) => ({ index: index - from, ...own }));
  if (each.kind === "single") {
    const [item] = items;
    if (item === undefined) return false;
    const { index: _, ...own } = item;
    each.resolve(own);
    return true;
  }
  const refused = answer.refused.filter(isOwn).map(({ index, errors }) => ({ index: index - from, errors }));
  const created = items.filter(({ merged }) => !merged).length;
  each.resolve({ accepted: items.length, created, merged: items.length - created, items, refused });
  return true;
}
