// Answers "how is a forecast said in one sentence?" (BRD-149): "If A is recused and B’s term is over: no quorum on 12 May
// 2027." The same words on the screen and over HTTP.
import type { QuorumForecast } from "./quorum-forecast.ts";
import type { Seat } from "./term.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "12 May 2027" of a day such as 2027-05-12. */
function sayDay(date: string): string {
  const [year = "", month = "1", day = "1"] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function sayNames(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

type Named = Seat & { readonly name: string };

export function sayForecast(forecast: QuorumForecast<Named>, on: string): string {
  const { seats, available, required } = forecast;
  const day = sayDay(on);
  const suppositions = saySuppositions(forecast);
  const count = `${available} of ${seats} voting ${seats === 1 ? "member" : "members"} can take part, and ${required} must.`;
  if (forecast.outcome === "out_of_reach") {
    const opening = suppositions === "" ? `No quorum on ${day}` : `If ${suppositions}: no quorum on ${day}`;
    return `${opening}. ${seats === 0 ? "Nobody with a vote is in office." : count}`;
  }
  const opening =
    suppositions === "" ? `A quorum can be reached on ${day}` : `If ${suppositions}: a quorum can be reached on ${day}`;
  const spare = available - required;
  const room = spare === 0 ? "Nobody else may be missing." : `Up to ${spare} more may be missing.`;
  return `${opening}. ${count} ${room}`;
}

function saySuppositions({ members }: QuorumForecast<Named>): string {
  const namesOf = (standing: string) =>
    members.filter((member) => member.standing === standing).map((member) => member.seat.name);
  const recused = namesOf("recused");
  const over = namesOf("term_over");
  const parts: string[] = [];
  if (recused.length > 0) parts.push(`${sayNames(recused)} ${recused.length === 1 ? "is" : "are"} recused`);
  if (over.length === 1) parts.push(`${over[0]}’s term is over`);
  if (over.length > 1) parts.push(`the terms of ${sayNames(over)} are over`);
  return parts.join(" and ");
}
