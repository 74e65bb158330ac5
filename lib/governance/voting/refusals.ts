// Answers "why was this refused, and what helps?" for voting. Every refusing verdict code of this area has its line here,
// so an operation turns a verdict into a refusal with `refuseFor(reason)`.
import { defineRefusals, type Refusal, type RefusalFacts, refusal } from "../kernel/refusal.ts";
import type { Reason } from "../kernel/verdict.ts";
import type { BallotCode } from "./ballot.ts";
import type { ProposerVerdict } from "./proposer.ts";
import type { RecusalCode } from "./recusal.ts";
import type { TransitionCode } from "./transition.ts";

type Subject = { readonly proposal: string };

const DEFINITIONS = {
  "voting.trust_too_low": refusal<{ kind: string; trustLevel: string; required: string }>({
    class: "forbidden",
    title: "More trust is needed to propose this",
    detail: (f) => `Proposing \`${f.kind}\` needs the trust level \`${f.required}\`; yours is \`${f.trustLevel}\``,
    hint: () => "Ask a member with that trust to propose it",
  }),
  "voting.role_missing": refusal<{ kind: string; roles: readonly string[] }>({
    class: "forbidden",
    title: "Your roles do not bring this before the board",
    detail: (f) => `\`${f.kind}\` is a decision of the board; it is proposed by: ${f.roles.join(", ")}`,
    hint: () => "Ask somebody with one of these roles to propose it",
  }),
  "voting.recused": refusal<Subject>({
    class: "forbidden",
    title: "You are recused from this proposal",
    detail: (f) => `You are recused from \`${f.proposal}\` and cannot vote on it`,
  }),
  "voting.not_an_elector": refusal<Subject>({
    class: "forbidden",
    title: "Not entitled to vote on this proposal",
    detail: (f) => `The electorate of \`${f.proposal}\` was fixed when it opened and does not include this person`,
  }),
  "voting.rights_ended": refusal<Subject>({
    class: "forbidden",
    title: "Your right to vote has ended",
    detail: (f) => `Your right to vote ended after \`${f.proposal}\` opened; a ballot cast before stays`,
  }),
  "voting.deadline_passed": refusal<Subject & { deadlineAt: string }>({
    class: "conflict",
    title: "Voting is over",
    detail: (f) => `Voting on \`${f.proposal}\` ended at ${f.deadlineAt}`,
    hint: () => "The result page shows the decision and why",
  }),
  "voting.not_open": refusal<Subject & { state: string }>({
    class: "conflict",
    title: "The proposal is not open for this",
    detail: (f) => `\`${f.proposal}\` is ${f.state}`,
  }),
  "voting.stale_digest": refusal<Subject & { seen: string; current: string }>({
    class: "conflict",
    title: "The package is not the one you saw",
    detail: (f) => `The ballot names package \`${f.seen}\`; \`${f.proposal}\` is about \`${f.current}\``,
    hint: () => "Reload the proposal, read the package and vote again",
  }),
  "voting.already_recused": refusal<Subject>({
    class: "conflict",
    title: "Already recused",
    detail: (f) => `This member is already recused from \`${f.proposal}\``,
  }),
  "voting.recusal_not_yours": refusal<Subject>({
    class: "forbidden",
    title: "Only the chair rules on another member's conflict",
    detail: (f) => `You can recuse yourself from \`${f.proposal}\`, not somebody else`,
    hint: () => "Tell the chair about the conflict",
  }),
  "voting.not_draft": refusal<Subject & { state: string }>({
    class: "conflict",
    title: "The proposal is no longer a draft",
    detail: (f) => `\`${f.proposal}\` is ${f.state}; only a draft can be changed or opened`,
  }),
  "voting.not_proposer": refusal<Subject>({
    class: "forbidden",
    title: "Only the proposer or an admin may do this",
    detail: (f) => `\`${f.proposal}\` was proposed by somebody else`,
  }),
  "voting.not_own_draft": refusal<Subject>({
    class: "forbidden",
    title: "Only the proposer changes a draft",
    detail: (f) => `\`${f.proposal}\` was drafted by somebody else`,
    hint: () => "An admin can open, withdraw or cancel it as it is",
  }),
  "voting.not_chair": refusal<Subject>({
    class: "forbidden",
    title: "Only the chair may do this",
    detail: (f) => `Only the chair may do this to \`${f.proposal}\``,
  }),
  "voting.not_admin": refusal<Subject>({
    class: "forbidden",
    title: "Only an admin may do this",
    detail: (f) => `Only an admin may cancel \`${f.proposal}\``,
    hint: () => "The proposer can withdraw it",
  }),
  "voting.not_system": refusal<Subject>({
    class: "forbidden",
    title: "Decisions are carried out by the system",
    detail: (f) => `\`${f.proposal}\` is carried out by itself after it has passed`,
    hint: () => "An admin or the chair can retry after a failure",
  }),
  "voting.chair_recused": refusal<Subject>({
    class: "forbidden",
    title: "The chair stands aside from this proposal",
    detail: (f) => `A chair who is recused or has a conflict of interest does not act on \`${f.proposal}\``,
    hint: () => "The board's vote decides; where its advice waits for a chair, an admin can withdraw the proposal",
  }),
  "voting.cannot_pass": refusal<Subject & { causes: readonly string[] }>({
    class: "unprocessable",
    title: "These members could not decide it",
    detail: (f) => `\`${f.proposal}\` cannot pass even if every entitled member says yes`,
    hint: () => "Seat the missing members, or wait until fewer are recused, then open it",
  }),
  "voting.already_closed": refusal<Subject>({
    class: "conflict",
    title: "Voting is already closed",
    detail: (f) => `\`${f.proposal}\` was closed before`,
  }),
  "voting.votes_outstanding": refusal<Subject & { waiting: number | null }>({
    class: "conflict",
    title: "Not everybody has voted",
    detail: (f) => `${f.waiting ?? "Members"} entitled to vote on \`${f.proposal}\` can still cast a ballot`,
    hint: () => "It closes by itself at the deadline",
  }),
  "voting.reason_required": refusal<Subject>({
    class: "unprocessable",
    title: "A reason is needed",
    detail: (f) => `Say why: the reason is kept with \`${f.proposal}\``,
  }),
  "voting.not_decided_in_favour": refusal<Subject & { outcome: string | null }>({
    class: "conflict",
    title: "There is no decision in favour",
    detail: (f) => `\`${f.proposal}\` is ${f.outcome ?? "not decided"}, so there is nothing to carry out`,
  }),
  "voting.already_executed": refusal<Subject>({
    class: "conflict",
    title: "Already carried out",
    detail: (f) => `\`${f.proposal}\` was carried out before; that happens once`,
  }),
  "voting.not_advisory": refusal<Subject>({
    class: "conflict",
    title: "This vote binds",
    detail: (f) => `\`${f.proposal}\` is decided by the vote, not by the chair`,
  }),
  "voting.advice_already_decided": refusal<Subject & { decision: string }>({
    class: "conflict",
    title: "The chair has decided already",
    detail: (f) => `The chair decided on \`${f.proposal}\`: ${f.decision}`,
  }),
  "voting.advice_not_ready": refusal<Subject & { state: string }>({
    class: "conflict",
    title: "The advice is not in yet",
    detail: (f) => `\`${f.proposal}\` is ${f.state}; the chair decides once voting is closed`,
  }),
  "voting.chair_decides": refusal<{ kind: string }>({
    class: "unprocessable",
    title: "The chair decides this, and the board ratifies it",
    detail: (f) => `\`${f.kind}\` is decided by the chair at once; the vote that ratifies it opens by itself`,
    hint: () => "Open the votes as chair and choose “Decide as chair”, or POST to /decisions",
  }),
  "voting.not_for_the_chair_alone": refusal<{ kind: string; authority: string }>({
    class: "unprocessable",
    title: "The charter in force does not let the chair decide this alone",
    detail: (f) => `The charter gives \`${f.kind}\` to \`${f.authority}\`, not to the chair`,
    hint: () => "Amend the charter’s decision rights, or put it to the board",
  }),
  "voting.not_in_the_chair": refusal<Record<string, never>>({
    class: "forbidden",
    title: "Only the chair in office decides alone",
    detail: () => "Your term in the chair is not running now",
  }),
  "voting.chair_conflicted": refusal<{ subject: string }>({
    class: "forbidden",
    title: "A conflict of interest keeps you from deciding this alone",
    detail: (f) => `You have a conflict of interest in \`${f.subject}\`, or own it`,
    hint: () => "Another chair has to be seated to decide on it; until then its owner can take it out of use",
  }),
  "voting.provisional_pending": refusal<{ subject: string; decision: string; proposal: string }>({
    class: "conflict",
    title: "A decision on this awaits its ratification",
    detail: (f) => `\`${f.decision}\` on the same subject is in force provisionally`,
    hint: (f) => `The board decides on it in \`${f.proposal}\`; withdraw that one to decide anew`,
  }),
  "voting.ratification_not_deferrable": refusal<Subject>({
    class: "conflict",
    title: "A ratification is not deferred",
    detail: (f) =>
      `What the chair did is in force while \`${f.proposal}\` is open; deferring would keep it so without the board`,
    hint: () => "It ends at its deadline; the chair who decided can withdraw it, which reverses the decision at once",
  }),
  "voting.not_decider": refusal<Subject>({
    class: "forbidden",
    title: "Only the chair who decided can take it back",
    detail: (f) =>
      `\`${f.proposal}\` ratifies what the chair decided; nobody else reverses that before the board has voted`,
    hint: () => "It is reversed at its deadline unless the board ratifies it",
  }),
  "voting.amendment_from_draft": refusal<Record<string, never>>({
    class: "unprocessable",
    title: "An amendment is proposed from the draft of the charter",
    detail: () => "The text that the board votes on is the working draft, frozen when it is proposed",
    hint: () => "Open the charter, choose “Edit the draft” and propose it there, or POST to /charter/amendments",
  }),
  "voting.amendment_outdated": refusal<Subject>({
    class: "conflict",
    title: "Another version of the charter is in force now",
    detail: (f) => `\`${f.proposal}\` amends a version of the charter that is no longer in force`,
    hint: () => "Withdraw it, compare the draft with the version in force and propose it anew",
  }),
  "voting.amendment_empty": refusal<{ charter: string }>({
    class: "unprocessable",
    title: "The draft changes nothing",
    detail: (f) => `The draft says the same as \`${f.charter}\`, the charter in force`,
    hint: () => "Change the draft first",
  }),
  "voting.kind_not_available": refusal<{ kind: string }>({
    class: "unprocessable",
    title: "This cannot be proposed here yet",
    detail: (f) => `Proposals of the kind \`${f.kind}\` are not available yet`,
    hint: () => "GET /proposals/kinds says what can be proposed, and where the rest comes from",
  }),
  "voting.own_trust": refusal<Record<string, never>>({
    class: "forbidden",
    title: "Nobody proposes their own trust level",
    detail: () => "A change of one’s own trust level is proposed by somebody else",
    hint: () => "Ask a member with enough trust to propose it",
  }),
  "voting.no_conditions": refusal<{ kind: string }>({
    class: "unprocessable",
    title: "This decision takes no conditions",
    detail: (f) => `Conditions are attached to decisions of the board; \`${f.kind}\` passes or fails as it is`,
    hint: () => "Leave the conditions out, or say in the proposal what is promised with it",
  }),
  "voting.approval_by_submission": refusal<{ model: string }>({
    class: "unprocessable",
    title: "A model is approved on a submitted scorecard",
    detail: (f) => `To have \`${f.model}\` approved, submit its scorecard; the proposal opens by itself`,
    hint: (f) => `Submit \`${f.model}\` from its page, or POST to /models/${f.model}/submissions`,
  }),
  "voting.no_ballot": refusal<{ proposal: string }>({
    class: "not_found",
    title: "You have no ballot here",
    detail: (f) => `There is no ballot of yours on \`${f.proposal}\``,
  }),
  "voting.subject_locked": refusal<{ subject: string; proposal: string }>({
    class: "conflict",
    title: "A vote on this is open",
    detail: (f) => `\`${f.subject}\` is being decided on in \`${f.proposal}\``,
    hint: () => "Withdraw the proposal to change or resubmit it",
  }),
} as const;

export const refuse = defineRefusals(DEFINITIONS);

type VerdictCode = BallotCode | RecusalCode | TransitionCode | ProposerVerdict["reasons"][number]["code"];
/** Codes of this area's verdicts that refuse; the compiler asks for a definition of each. */
export type RefusingCode = Exclude<
  VerdictCode,
  "voting.ballot_accepted" | "voting.recusal_accepted" | "voting.act_allowed" | "voting.may_propose"
>;
DEFINITIONS satisfies Record<RefusingCode, unknown>;

/** The refusal of a verdict's first reason: `throw refuseFor(verdict.reasons[0], reference)`. */
export function refuseFor(reason: Reason | undefined, proposal: string): Refusal {
  if (reason === undefined || !(reason.code in DEFINITIONS)) {
    throw new Error(`No refusal is defined for ${reason?.code ?? "a verdict without reasons"}`);
  }
  const refuseAny = refuse as unknown as (code: string, facts: RefusalFacts) => Refusal;
  return refuseAny(reason.code, { ...reason.facts, proposal });
}
