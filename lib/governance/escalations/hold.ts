// Answers "is this one to wait for now?" (ESC-111 to ESC-113): a silence holds what it matches, and an open critical item on a
// model holds the medium and low ones of that model. Held is a place with a mark: nothing is lost, and all of it comes back.
import { type Item, kept, type Mark, type Sorted, withMark } from "./item.ts";
import { isSilenced, type Silence } from "./silence.ts";

type HoldGround = {
  readonly at: Date;
  readonly silences: readonly Silence[];
  readonly criticals: ReadonlyMap<string, string>;
};

export function hold(items: readonly Item[], ground: HoldGround): Sorted {
  // A critical one that comes with the same act holds like one that was there before.
  const criticals = new Map(ground.criticals);
  for (const { severity, model, reference } of items) {
    if (severity === "critical" && model !== null && !criticals.has(model.id)) criticals.set(model.id, reference);
  }
  const sorted = items.map((item) => holdOne(item, { ...ground, criticals }));
  return {
    kept: sorted.filter(({ heldBy }) => heldBy === null),
    held: sorted.filter(({ heldBy }) => heldBy !== null),
  };
}

function holdOne(item: Item, { at, silences, criticals }: HoldGround): Item {
  const silence = silences.find((each) => isSilenced(each, item, at));
  if (silence !== undefined) {
    const { reference, endsAt } = silence;
    return asHeld(item, { by: "silence", reference, until: endsAt }, "escalations.silenced");
  }
  const critical = criticals.get(item.model?.id ?? "");
  const isMinor = item.severity === "low" || item.severity === "medium";
  if (isMinor && critical !== undefined && critical !== item.reference) {
    return asHeld(item, { by: "inhibition", reference: critical, until: null }, "escalations.inhibited");
  }
  return withMark({ ...item, heldBy: null }, kept("hold", "escalations.not_held"));
}

function asHeld(item: Item, heldBy: NonNullable<Item["heldBy"]>, code: Mark["code"]): Item {
  const { by, reference, until } = heldBy;
  const mark: Mark = {
    ...{ stage: "hold", outcome: "held", code },
    facts: { by, reference },
    until: until?.toISOString() ?? null,
  };
  return withMark({ ...item, place: "held", heldBy, collectAt: null, deliverAt: null, notice: null }, mark);
}
