// Tells people of what has just come to them (ESC-9): a notice an item on record, and one letter of more than three to the same.
import type { StatementWork } from "../../db/unit-of-work.ts";
import { notifyEach } from "../notifications/store.ts";
import { type People, resolveAudiences } from "./audience.ts";
import type { Item } from "./item.ts";
import { type ItemNotice, insertNotices, sourceKeyOf } from "./notice-store.ts";
import { itemsRaised, toLetters } from "./notices.ts";

export async function tellAtOnce(
  tx: StatementWork,
  items: readonly Item[],
  { at, people }: { readonly at: Date; readonly people: People | null },
): Promise<void> {
  const told = items.filter(({ notice }) => notice !== null);
  if (told.length === 0) return;
  if (people === null) throw new Error("Somebody is to be told, and nobody was looked up");
  const letters = toLetters(
    told.flatMap((item) => toNotice(item, at, people)),
    ({ urgency, userIds }) => [urgency, ...userIds.toSorted()].join("|"),
  ).map((notices) => ({ notices, sourceKey: keyOfAll(notices) }));
  await tx.together(
    () =>
      insertNotices(
        tx,
        letters.flatMap(({ notices, sourceKey }) => notices.map((notice) => ({ ...notice, sourceKey }))),
        at,
      ),
    () =>
      notifyEach(
        tx,
        letters.flatMap(({ notices, sourceKey }) => {
          const words = itemsRaised(notices.map(({ item }) => item));
          return notices.slice(0, 1).map(({ userIds, urgency }) => ({ ...words, userIds, urgency, sourceKey }));
        }),
      ),
  );
}

/** One letter's, however many it is about. */
const keyOfAll = (notices: readonly ItemNotice[]) => notices.slice(0, 1).map(sourceKeyOf).join();

function toNotice(item: Item, at: Date, people: People) {
  const { notice, claim, severity, model, venture } = item;
  if (notice === null || claim === null) return [];
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
  return [{ ...base, item, urgency }];
}
