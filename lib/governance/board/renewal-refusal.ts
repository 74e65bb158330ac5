// Answers "how is a refused renewal said?" The form asks only for the end of the term; the rest is about the seat itself.
import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "./refusals.ts";
import type { SeatingVerdict } from "./seating.ts";
import { toSeatingRefusal } from "./seating-refusal.ts";

export function toRenewalRefusal(verdict: SeatingVerdict): Refusal {
  const reason = verdict.reasons[0];
  const text = (name: string) => String(reason?.facts[name] ?? "");
  const seat = text("seat");
  const until = text("until");
  const at = (message: string) => [{ path: "reference", code: reason?.code ?? "", message }];
  switch (reason?.code) {
    case "board.seat_not_held":
      return refuse(reason.code, { seat, state: text("state") }, at("This seat is not held any more"));
    case "board.seat_not_in_office":
      return refuse(reason.code, { seat, state: text("state") }, at("This term has not begun"));
    case "board.already_renewed": {
      const facts = { seat, renewal: text("renewal"), until };
      return refuse(reason.code, facts, at(`Renewed already: \`${text("renewal")}\` follows`));
    }
    case "board.chair_taken":
      return refuse(reason.code, { seat, until }, at(`\`${seat}\` is appointed as chair after this term`));
    case "board.person_seated":
      return refuse(reason.code, { seat, role: text("role"), until }, at(`Already appointed to \`${seat}\``));
    case "board.chair_owns_models": {
      const { models } = toSeatingRefusal(verdict).facts as { models: readonly string[] };
      return refuse(reason.code, { models }, at("The chair owns no model; this person does"));
    }
    default:
      return toSeatingRefusal(verdict);
  }
}
