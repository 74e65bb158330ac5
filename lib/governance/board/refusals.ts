// Answers "why does the board refuse this, and what would help?" Codes, facts and classes of this area.
import { defineRefusals, refusal } from "../kernel/refusal.ts";

const words = (code: string) => code.replaceAll("_", " ");
const list = (items: readonly string[]) => items.map((item) => `\`${item}\``).join(", ");

export const refuse = defineRefusals({
  "board.already_set_up": refusal<Record<string, never>>({
    class: "conflict",
    title: "This installation is already set up",
    detail: () => "An organisation was founded here before; nothing was changed",
    hint: () => "Sign in, or ask an admin for an invitation",
  }),
  "board.set_up_flag": refusal<{ flag: string }>({
    class: "forbidden",
    title: "This flag is for the product's own set-up",
    detail: (f) => `\`${f.flag}\` can only be set by the product itself`,
    hint: () => "Leave it out",
  }),
  "board.admin_known": refusal<{ email: string }>({
    class: "conflict",
    title: "This person already has an account",
    detail: (f) => `\`${f.email}\` already has a password, which is not changed here`,
    hint: () => "Choose another admin",
  }),
  "board.person_unknown": refusal<{ userId: string }>({
    class: "unprocessable",
    title: "This person is not a member",
    detail: (f) => `No member of this organisation is \`${f.userId}\``,
    hint: () => "Invite the person first, then seat them",
  }),
  "board.person_seated": refusal<{ seat: string; role: string; until: string }>({
    class: "conflict",
    title: "This person already holds a seat at that time",
    detail: (f) => `They hold \`${f.seat}\` (${words(f.role)}) until \`${f.until}\``,
    hint: (f) => `End \`${f.seat}\` first, or begin the new term on or after \`${f.until}\``,
  }),
  "board.chair_taken": refusal<{ seat: string; until: string }>({
    class: "conflict",
    title: "There is a chair at that time",
    detail: (f) => `\`${f.seat}\` is chair until \`${f.until}\`, and a board has one chair at a time`,
    hint: (f) => `Replace \`${f.seat}\`, or begin the term on or after \`${f.until}\``,
  }),
  "board.seat_taken_meanwhile": refusal<Record<string, never>>({
    class: "conflict",
    title: "Somebody was seated meanwhile",
    detail: () => "A seat that overlaps with this one was filled at the same moment; nothing was changed",
    hint: () => "Look at the board again",
  }),
  "board.chair_owns_models": refusal<{ models: readonly string[] }>({
    class: "unprocessable",
    title: "The chair owns no model",
    detail: (f) => `This person owns ${list(f.models)}, and the chair must be independent of the models`,
    hint: () => "Assign these models to another owner first, or choose another chair",
  }),
  "board.term_refused": refusal<{ cause: string; startOn: string; endOn: string; remedy: string }>({
    class: "unprocessable",
    title: "This term is not possible",
    detail: (f) => `A term from \`${f.startOn}\` to \`${f.endOn}\` is not possible: ${f.cause}`,
    hint: (f) => f.remedy,
  }),
  "board.replacement_not_now": refusal<{ startOn: string; today: string }>({
    class: "unprocessable",
    title: "A replacement takes effect today",
    detail: (f) => `The term begins on \`${f.startOn}\`, and today is \`${f.today}\``,
    hint: () => "To plan a succession, seat the successor from the day on which the term before ends",
  }),
  "board.replacement_of_other_role": refusal<{ seat: string; role: string; wanted: string }>({
    class: "unprocessable",
    title: "A replacement takes the same seat",
    detail: (f) => `\`${f.seat}\` is ${words(f.role)}, not ${words(f.wanted)}`,
    hint: () => "Choose the seat that this person is to take over",
  }),
  "board.seat_not_held": refusal<{ seat: string; state: string }>({
    class: "conflict",
    title: "This seat is not held any more",
    detail: (f) => `\`${f.seat}\` is ${words(f.state)}; its history stays as it is`,
    hint: () => "Seat a person anew",
  }),
  "board.seat_not_in_office": refusal<{ seat: string; state: string }>({
    class: "conflict",
    title: "Only a seat in office is renewed",
    detail: (f) => `\`${f.seat}\` is ${words(f.state)}`,
    hint: () => "Change the end of the appointment instead",
  }),
  "board.already_renewed": refusal<{ seat: string; renewal: string; until: string }>({
    class: "conflict",
    title: "This seat is renewed already",
    detail: (f) => `\`${f.renewal}\` follows \`${f.seat}\` and runs until \`${f.until}\``,
    hint: (f) => `Change the end of \`${f.renewal}\`, or withdraw that appointment first`,
  }),
  "board.candidate_refused": refusal<{ role: string; cause: string }>({
    class: "unprocessable",
    title: "This plan names somebody who cannot follow",
    detail: (f) => `The plan for the ${words(f.role)} was not kept: ${f.cause}`,
    hint: () => "Correct the fields that are marked and save again",
  }),
  "board.rotation_changed_meanwhile": refusal<{ role: string; revision: number }>({
    class: "conflict",
    title: "Somebody else changed this plan meanwhile",
    detail: (f) => `The plan for the ${words(f.role)} is at revision ${f.revision} by now; yours was not saved`,
    hint: () => "Reload, look at the difference and save again",
  }),
  "board.chair_needs_successor": refusal<{ seat: string }>({
    class: "conflict",
    title: "The only chair needs a successor",
    detail: (f) => `\`${f.seat}\` is the only chair, and the board may not be left without one`,
    hint: () => "Replace the chair by seating a successor, who takes over in the same act",
  }),
  "board.conflict_of_another": refusal<{ seat: string }>({
    class: "forbidden",
    title: "A conflict is declared on oneself",
    detail: (f) => `\`${f.seat}\` is not your seat; only its holder or an admin declares or withdraws a conflict there`,
    hint: () => "Allege the conflict: the chair rules on what others allege",
  }),
  "board.conflict_by_ruling": refusal<{ seat: string }>({
    class: "forbidden",
    title: "A ruling put this conflict on record",
    detail: (f) => `The conflict on \`${f.seat}\` stands by a ruling; the person concerned does not withdraw it`,
    hint: () => "The chair can lift it, and an admin where it is the chair's own",
  }),
  "board.conflict_gone": refusal<{ seat: string }>({
    class: "conflict",
    title: "This conflict is already withdrawn",
    detail: (f) => `The conflict on \`${f.seat}\` was withdrawn before`,
  }),
});
