// Words of what people are told (NTF): what it is, how severe, what is asked and by when.
import type { Item } from "./item.ts";
import type { DueStep } from "./path.ts";
import type { Severity } from "./schema.ts";
import { rankOf } from "./severity-scale.ts";

export type Words = { readonly kind: string; readonly title: string; readonly body: string; readonly href: string };

const NAMES: Readonly<Record<Severity, string>> = { low: "Low", medium: "Medium", high: "High", critical: "Critical" };

const hrefOf = (reference: string) => `/escalations/${reference}`;

type RaisedItem = Pick<Item, "reference" | "severity" | "said" | "respondBy" | "model" | "venture">;

function itemRaised(item: RaisedItem): Words {
  const { reference, severity, said, respondBy, model, venture } = item;
  const about = model?.name ?? venture?.name;
  return {
    kind: "escalations.raised",
    title: `${NAMES[severity]}: ${said[0]?.title ?? reference}`,
    body: `${about === undefined ? "" : `About ${about}. `}An answer is due by ${respondBy.toISOString()}.`,
    href: hrefOf(reference),
  };
}

/** Of several that are told to the same people at once: one notice of all. */
export function itemsRaised(items: readonly RaisedItem[]): Words {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return itemRaised(only);
  const counted = Map.groupBy(items, ({ severity }) => severity);
  const graves = [...counted].sort(([a], [b]) => rankOf(b) - rankOf(a));
  const words = graves.map(([severity, { length }]) => `${length.toLocaleString("en")} ${severity}`).join(", ");
  return {
    kind: "escalations.raised",
    title: `${items.length.toLocaleString("en")} escalations at once: ${words}`,
    body: nameSome(items.map(({ reference, said }) => ({ reference, title: said[0]?.title ?? reference }))),
    href: "/escalations",
  };
}

export type TitledItem = {
  readonly reference: string;
  readonly title: string;
  readonly severity: Severity;
  readonly respondBy: Date;
};

/** One item by itself; more than three to the same people are told in one notice. */
const MOST_APART = 3;
const MOST_NAMED = 10;

/** What goes out in one notice, of things to be told that are alike in whom they are for and how (ESC-108). */
export function toLetters<Told>(told: readonly Told[], likenessOf: (one: Told) => string): (readonly Told[])[] {
  return [...Map.groupBy(told, likenessOf).values()].flatMap((alike) =>
    alike.length > MOST_APART ? [alike] : alike.map((one) => [one]),
  );
}

export function stepTaken(step: Pick<DueStep, "kind" | "isLate">, items: readonly TitledItem[]): Words {
  const isReminder = step.kind === "half_time";
  const late = step.isLate ? " This notice is late: the product stood still, or the item was held back." : "";
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    const what = isReminder ? "Still waits for an answer" : "Overdue";
    const due = `An answer ${isReminder ? "is" : "was"} due by ${only.respondBy.toISOString()}.`;
    return {
      kind: isReminder ? "escalations.unanswered" : "escalations.overdue",
      title: `${what}: ${only.title}`,
      body: `${NAMES[only.severity]}. ${due}${late}`,
      href: hrefOf(only.reference),
    };
  }
  const count = items.length.toLocaleString("en");
  return {
    kind: isReminder ? "escalations.unanswered" : "escalations.overdue",
    title: isReminder ? `${count} escalations still wait for an answer` : `${count} escalations are overdue`,
    body: nameSome(items) + (late && `\n${late.trim()}`),
    href: isReminder ? "/escalations?sort=deadline" : "/escalations?isOverdue=true",
  };
}

/** Told to those who find somebody else for them. */
export function itemsLeftBehind(items: readonly Pick<TitledItem, "reference" | "title">[]): Words {
  const [only] = items;
  return {
    kind: "escalations.left_behind",
    title:
      items.length === 1 && only !== undefined
        ? `Nobody answers for it any more: ${only.title}`
        : `Nobody answers for ${items.length.toLocaleString("en")} escalations any more`,
    body: `Who answered has left; open again:\n${nameSome(items)}`,
    href: items.length === 1 && only !== undefined ? hrefOf(only.reference) : "/escalations?assignee=none",
  };
}

/** Of several that come to one person at once: each by itself, or one notice of all (ESC-108). */
export function itemsAssigned(items: readonly TitledItem[]): Words[] {
  if (items.length <= MOST_APART) return items.map(itemAssigned);
  const count = items.length.toLocaleString("en");
  const title = `${count} escalations are assigned to you`;
  return [{ kind: "escalations.assigned", title, body: nameSome(items), href: "/escalations?view=hand&assignee=me" }];
}

/** For whoever was told that these are theirs. */
export function assignmentTakenBack(items: readonly Pick<TitledItem, "reference" | "title">[]): Words {
  const [only] = items;
  const kind = "escalations.assignment_taken_back";
  if (items.length === 1 && only !== undefined) {
    const body = "Whoever assigned it took that back; it waits for an answer again.";
    return { kind, title: `No longer assigned to you: ${only.title}`, body, href: hrefOf(only.reference) };
  }
  const count = items.length.toLocaleString("en");
  const title = `${count} escalations are no longer assigned to you`;
  return { kind, title, body: nameSome(items), href: "/escalations" };
}

function nameSome(items: readonly Pick<TitledItem, "reference" | "title">[]): string {
  const named = items.slice(0, MOST_NAMED).map(({ reference, title }) => `${reference}: ${title}`);
  const rest = items.length - named.length;
  return [...named, ...(rest > 0 ? [`and ${rest.toLocaleString("en")} more`] : [])].join("\n");
}

export function itemAssigned(item: TitledItem): Words {
  return {
    kind: "escalations.assigned",
    title: `Assigned to you: ${item.title}`,
    body: `${NAMES[item.severity]}. An answer is due by ${item.respondBy.toISOString()}.`,
    href: hrefOf(item.reference),
  };
}
