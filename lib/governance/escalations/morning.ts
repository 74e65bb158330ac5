// Answers "is it time for the chair's briefing by mail, and what does the letter say?" (ESC-142): once a day at the hour that is
// set. A morning on which a briefing with decision cards goes out needs no second letter, and a quiet one none at all.
import { toLocalDate, toLocalTime } from "../kernel/local-time.ts";

/** After this the morning is over: a letter then would be of another hour than the chosen one. */
const WITHIN_HOURS = 2;

export type Morning = { readonly outcome: "not_yet" | "now" | "over"; readonly day: string };

/** The morning lasts from the hour on, for two hours of the wall's clock. */
export function deriveMorning(at: Date, zone: string, briefingHour: number): Morning {
  const day = toLocalDate(at, zone);
  const since = toLocalTime(at, zone).hour - briefingHour;
  return { day, outcome: since < 0 ? "not_yet" : since < WITHIN_HOURS ? "now" : "over" };
}

/** What asks for the chair when the morning comes. */
export type MorningFacts = {
  readonly immediate: number;
  readonly cards: number;
  readonly overdue: number;
  readonly waiting: number;
  readonly heldBack: number;
  /** The most severe ones first, as many as a letter names. */
  readonly titles: readonly { readonly severity: string; readonly title: string; readonly isOverdue: boolean }[];
};

const count = (amount: number, one: string, many: string) =>
  `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;

function sayAsked({ immediate, cards, overdue }: MorningFacts): string {
  return [
    ...(immediate > 0 ? [`${immediate.toLocaleString("en")} immediate`] : []),
    ...(cards > 0 ? [count(cards, "decision card", "decision cards")] : []),
    ...(overdue > 0 ? [`${overdue.toLocaleString("en")} overdue`] : []),
  ].join(", ");
}

/** null on a morning on which nothing asks for anybody. */
export function tellMorning(facts: MorningFacts) {
  const asked = sayAsked(facts);
  if (asked === "") return null;
  const { titles, waiting, heldBack } = facts;
  return {
    kind: "escalations.morning_briefing",
    title: `Briefing: ${asked}`,
    body: [
      ...titles.map(({ severity, title, isOverdue }) => `${severity}${isOverdue ? ", overdue" : ""}: ${title}`),
      ...(waiting > 0 ? [`${count(waiting, "item waits", "items wait")} for today’s summary.`] : []),
      ...(heldBack > 0 ? [`${count(heldBack, "item is", "items are")} held back, each with its reason.`] : []),
    ].join("\n"),
    href: "/briefing",
  };
}

/** What the letter with decision cards says of the rest; null when there is no rest. */
export function sayBesides(facts: MorningFacts): string | null {
  const asked = sayAsked({ ...facts, cards: 0 });
  return asked === "" ? null : `Besides: ${asked}.`;
}
