// Answers "how is a refused seating said, and at which field of the form?"
import type { FieldError, Refusal } from "../kernel/refusal.ts";
import { refuse } from "./refusals.ts";
import type { SeatingVerdict } from "./seating.ts";

const SHOWN_MODELS = 5;

function at(path: string, code: string, message: string): FieldError[] {
  return [{ path, code, message }];
}

/** The refusal for the first reason of a verdict that was refused. */
export function toSeatingRefusal(verdict: SeatingVerdict): Refusal {
  const reason = verdict.reasons[0];
  if (reason === undefined || verdict.outcome === "accepted") throw new Error("Nothing was refused");
  const text = (name: string) => String(reason.facts[name] ?? "");
  const seat = text("seat");
  switch (reason.code) {
    case "board.term_ends_before_start":
    case "board.term_below_minimum":
    case "board.term_already_over":
      return toTermRefusal(reason.code, text);
    case "board.replacement_not_now": {
      const message = "A replacement begins today";
      const facts = { startOn: text("startOn"), today: text("today") };
      return refuse(reason.code, facts, at("termStartOn", reason.code, message));
    }
    case "board.replacement_of_other_role": {
      const facts = { seat, role: text("role"), wanted: text("wanted") };
      return refuse(reason.code, facts, at("replaces", reason.code, `\`${seat}\` is another role`));
    }
    case "board.seat_not_held":
      return refuse(reason.code, { seat, state: text("state") }, at("replaces", reason.code, "This seat is not held"));
    case "board.seat_not_in_office":
      return refuse(reason.code, { seat, state: text("state") });
    case "board.already_renewed": {
      const facts = { seat, renewal: text("renewal"), until: text("until") };
      const message = `Renewed by \`${text("renewal")}\` from this day; withdraw that appointment first`;
      return refuse(reason.code, facts, at("termEndOn", reason.code, message));
    }
    case "board.chair_owns_models": {
      const owned = reason.facts.models;
      const models = Array.isArray(owned) ? owned : [];
      const rest = models.length - SHOWN_MODELS;
      const shown = rest > 0 ? [...models.slice(0, SHOWN_MODELS), `${rest} more`] : models;
      return refuse(
        reason.code,
        { models: shown },
        at("userId", reason.code, "The chair owns no model; this person does"),
      );
    }
    case "board.person_seated": {
      const facts = { seat, role: text("role"), until: text("until") };
      return refuse(reason.code, facts, at("userId", reason.code, `Already holds \`${seat}\` at that time`));
    }
    case "board.chair_taken": {
      const facts = { seat, until: text("until") };
      return refuse(
        reason.code,
        facts,
        at("role", reason.code, `\`${seat}\` is chair at that time; replace that seat`),
      );
    }
    case "board.term_accepted":
      throw new Error("Nothing was refused");
  }
}

function toTermRefusal(
  code: "board.term_ends_before_start" | "board.term_below_minimum" | "board.term_already_over",
  text: (name: string) => string,
): Refusal {
  const causes = {
    "board.term_ends_before_start": "it ends before it begins",
    "board.term_below_minimum": `this role is held for at least ${text("months")} months`,
    "board.term_already_over": "it is already over",
  };
  const remedies = {
    "board.term_ends_before_start": `End it on \`${text("minimumEndOn")}\` or later`,
    "board.term_below_minimum": `End it on \`${text("minimumEndOn")}\` or later, or leave the end empty`,
    "board.term_already_over": "Choose an end in the future",
  };
  const facts = { cause: causes[code], startOn: text("startOn"), endOn: text("endOn"), remedy: remedies[code] };
  return refuse("board.term_refused", facts, at("termEndOn", code, `${remedies[code]}: ${causes[code]}`));
}
