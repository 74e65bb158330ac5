// Answers "why may this not be alleged, answered or ruled on, and what helps?" Codes of `allegation.ts`.
import { defineRefusals, type Refusal, type RefusalFacts, refusal } from "../kernel/refusal.ts";
import type { Reason } from "../kernel/verdict.ts";
import type { AllegationCode, AnswerCode, RulingCode } from "./allegation.ts";

type Subject = { readonly subject: string };

const DEFINITIONS = {
  "voting.allegation_of_oneself": refusal<Subject>({
    class: "unprocessable",
    title: "A conflict of one's own is declared",
    detail: (f) => `\`${f.subject}\` is your own seat`,
    hint: () => "Declare the conflict: it takes effect at once and needs no ruling",
  }),
  "voting.allegation_seat_over": refusal<Subject>({
    class: "conflict",
    title: "This seat is not held any more",
    detail: (f) => `\`${f.subject}\` is over, so its holder decides nothing by it`,
    hint: () => "Allege the conflict on the seat that the person holds now",
  }),
  "voting.allegation_known": refusal<Subject>({
    class: "conflict",
    title: "This conflict is known",
    detail: (f) => `The holder of \`${f.subject}\` already stands aside in this matter`,
  }),
  "voting.allegation_pending": refusal<Subject & { allegation: string }>({
    class: "conflict",
    title: "The same is alleged already",
    detail: (f) => `\`${f.allegation}\` alleges this of the holder of \`${f.subject}\` and waits for its ruling`,
    hint: (f) => `Read \`${f.allegation}\``,
  }),
  "voting.allegation_vote_over": refusal<Subject & { state: string }>({
    class: "conflict",
    title: "The vote is not open",
    detail: (f) => `A conflict on one vote is alleged while it runs; this one is ${f.state}`,
    hint: () => "Allege a conflict with the model or the vendor: it holds for coming votes",
  }),
  "voting.allegation_not_voting": refusal<Subject>({
    class: "conflict",
    title: "This member does not vote on it",
    detail: (f) => `The holder of \`${f.subject}\` is not among those entitled to vote on it`,
  }),
  "voting.answer_not_yours": refusal<Subject>({
    class: "forbidden",
    title: "Only the person concerned answers",
    detail: (f) => `\`${f.subject}\` is not about you`,
  }),
  "voting.already_answered": refusal<Subject>({
    class: "conflict",
    title: "It was answered before",
    detail: (f) => `\`${f.subject}\` has its answer; there is one`,
  }),
  "voting.already_ruled": refusal<Subject>({
    class: "conflict",
    title: "It was ruled on before",
    detail: (f) => `\`${f.subject}\` has its ruling; there is one`,
    hint: () => "What has come to light since is alleged anew",
  }),
  "voting.ruling_not_yours": refusal<Subject & { ruler: string | null }>({
    class: "forbidden",
    title: "The ruling is not yours",
    detail: (f) => `${f.ruler ?? "Somebody else"} rules on \`${f.subject}\``,
  }),
  "voting.nobody_rules": refusal<Subject>({
    class: "forbidden",
    title: "Nobody on the board may rule on it",
    detail: (f) => `Everybody who could rule on \`${f.subject}\` is concerned, conflicted or not in office`,
    hint: () => "An admin fills a required seat; its holder rules",
  }),
} as const;

type RefusingCode = Exclude<
  AllegationCode | AnswerCode | RulingCode,
  "voting.may_allege" | "voting.may_answer" | "voting.may_rule"
>;
DEFINITIONS satisfies Record<RefusingCode, unknown>;

const refuse = defineRefusals(DEFINITIONS);

/** The refusal of a verdict's first reason. `subject`: the seat when alleging, the allegation afterwards. */
export function refuseAllegation(reason: Reason | undefined, subject: string): Refusal {
  if (reason === undefined || !(reason.code in DEFINITIONS)) {
    throw new Error(`No refusal is defined for ${reason?.code ?? "a verdict without reasons"}`);
  }
  const refuseAny = refuse as unknown as (code: string, facts: RefusalFacts) => Refusal;
  return refuseAny(reason.code, { ...reason.facts, subject });
}
