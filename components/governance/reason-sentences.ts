// Turns the reasons of a verdict into sentences. A code without a sentence is shown by its name with its facts:
// never hidden.
import { formatCount, formatPercent, formatScore } from "@/lib/format/number";
import { joinList, plural, sentenceCase } from "@/lib/format/words";
import { formatEntryNumber as formatEntry } from "@/lib/governance/audit/schema";
import type { Reason } from "@/lib/governance/kernel/verdict";
import type { Criterion } from "@/lib/governance/registry/schema";
import { ESCALATION_ACT_SENTENCES, ESCALATION_SENTENCES } from "./escalation-sentences";
import { CRITERION_LABELS } from "./labels";

type Facts = Reason["facts"];
type Sentence = (facts: Facts) => string;

const number = (facts: Facts, name: string) => Number(facts[name] ?? 0);
const text = (facts: Facts, name: string) => String(facts[name] ?? "");
const list = (facts: Facts, name: string): readonly string[] => {
  const value = facts[name];
  return Array.isArray(value) ? value : [];
};

/** "technical_soundness" -> "technical soundness" */
function criterionWords(code: string): string {
  return (CRITERION_LABELS[code as Criterion] ?? sentenceCase(code)).toLowerCase();
}

/** "affectsRights" -> "affects rights" */
export function fieldWords(field: string): string {
  return sentenceCase(field.replace(/([A-Z])/gu, " $1")).toLowerCase();
}

const seatWords = (facts: Facts) => text(facts, "role").replaceAll("_", " ");
const criteria = (facts: Facts) => joinList(list(facts, "criteria").map(criterionWords));
const ofThreshold = (facts: Facts) =>
  `${formatPercent(number(facts, "overallRatio"))}, the threshold is ${formatPercent(number(facts, "thresholdRatio"))}`;

function thresholdSentence(facts: Facts, isReached: boolean): string {
  const comparison = facts.comparison === "more_than" ? "more than" : "at least";
  const base = facts.base === "all_entitled" ? "of all entitled voters" : "of yes and no";
  const count = `${number(facts, "yes")} of ${number(facts, "of")}`;
  const rule = `${comparison} ${text(facts, "fraction")} ${base}`;
  return isReached ? `Yes has ${count}, ${rule}` : `Yes has ${count}; it needs ${number(facts, "required")} (${rule})`;
}

const REASON_SENTENCES: Readonly<Record<string, Sentence>> = {
  ...ESCALATION_SENTENCES,
  ...ESCALATION_ACT_SENTENCES,
  "voting.amendment_outdated": () => "Another version of the charter is in force than the one it amends",
  "identity.setting_moved_on": () => "The setting has another value by now than the one it starts from",
  "identity.setting_unchanged": () => "The setting has that value already",
  "identity.setting_unknown": () => "There is no such setting any more",
  "identity.setting_out_of_bounds": () => "The value lies outside the bounds of the setting",
  "identity.membership_ended": () => "The person is no longer a member",
  "identity.in_quarantine": () => "The person is quarantined; an admin has to release them first",
  "identity.trust_moved_on": () => "The person has another trust level by now than the one it starts from",
  "identity.trust_unchanged": () => "The person has that trust level already",
  "identity.last_admin": () => "The person is the last admin who can act",
  "portfolio.component_exists": () => "A component of that name and version is registered already",
  "portfolio.component_unknown": () => "There is no such component",
  "portfolio.component_retired": () => "The component is retired",
  "portfolio.component_moved_on": () => "The component has changed since this was proposed",
  "portfolio.component_unchanged": () => "The component is like that already",
  "portfolio.trust_moved_on": () => "The component has another trust level by now than the one it starts from",
  "portfolio.trust_unchanged": () => "The component has that trust level already",
  "portfolio.component_not_active": () => "Only an active component can be paused",
  "portfolio.component_not_paused": () => "Only a paused component can be resumed",

  "policy.unknown": () => "The policy is not there any more",
  "policy.retired": () => "The policy was retired meanwhile",
  "policy.stale_base": () => "Another version of the policy is in force than the one it changes",
  "policy.nothing_changed": () => "The policy says the same already",
  "policy.name_taken": () => "Another policy has that name by now",
  "policy.over_already": () => "The last day of the policy has passed",
  "policy.grant_day_passed": () => "Its last day had passed when the vote ended",
  "policy.model_decommissioned": () => "The model was decommissioned meanwhile",
  "policy.renewed_already": () => "It was renewed by another decision meanwhile",
  "voting.reversal_overtaken": () => "The model was taken out of service for good in the meantime",
  "registry.transition_not_possible": () => "The status of the model no longer allows it",
  "voting.quorum_met": (f) => `Quorum is met: ${number(f, "participants")} took part, ${number(f, "required")} needed`,
  "voting.quorum_short": (f) =>
    `Quorum is short by ${number(f, "short")}: ${number(f, "participants")} took part, ${number(f, "required")} needed`,
  "voting.quorum_out_of_reach": () => "Quorum can no longer be reached by those who may still vote",
  "voting.too_few_not_recused": () => "Too few members are left after recusal",
  "voting.chair_unavailable": () => "The chair’s vote is required, and the chair cannot vote on this",
  "voting.too_few_besides_chair": () => "Too few members besides the chair can vote",
  "voting.no_yes": () => "Nobody voted yes",
  "voting.chair_yes_missing": () => "The chair’s yes is missing",
  "voting.others_yes_short": (f) =>
    `${plural(number(f, "othersYes"), "other member")} said yes; ${number(f, "required")} needed besides the chair`,
  "voting.threshold_reached": (f) => thresholdSentence(f, true),
  "voting.threshold_short": (f) => thresholdSentence(f, false),
  "voting.not_open": () => "Voting is not open",
  "voting.already_recused": () => "Already recused from this proposal",
  "voting.not_an_elector": () => "Not among those entitled to vote on this proposal",
  "voting.recusal_not_yours": () => "Only the chair rules on the recusal of another member",
  "board.owns_no_model": () => "Owns no model",
  "board.owner_recused": (f) => `Recused from decisions on own models: ${joinList(list(f, "models"), 3)}`,
  "board.risk_officer_owns_models": () => "Owns models, and a risk officer is independent from development",
  "board.chair_owns_models": (f) =>
    `Owns ${joinList(list(f, "models"), 3)}: cannot be seated as chair until somebody else does`,
  "board.candidate_left": () => "Has left the organisation",
  "board.candidate_quarantined": () => "Is in quarantine",
  "board.candidate_appointed": (f) => `Holds this seat or is appointed to it (${text(f, "seat")})`,
  "board.candidate_holds_seat": (f) =>
    `Holds the seat ${text(f, "role").replaceAll("_", " ")} (${text(f, "seat")}), which has to end first`,
  "board.candidate_for_several": (f) =>
    `Also named for ${joinList(list(f, "roles").map((role) => role.replaceAll("_", " ")))}`,

  "voting.chair_rules": () => "The chair rules",
  "voting.deputy_rules": (f) => `${text(f, "name")} rules, because the chair may not`,
  "voting.nobody_rules": () => "Nobody on the board may rule on it",
  "voting.ruler_seat_vacant": (f) => `Nobody is ${seatWords(f)}`,
  "voting.ruler_is_alleged": (f) => `${text(f, "name")}, ${seatWords(f)}, is the person concerned`,
  "voting.ruler_alleged_it": (f) => `${text(f, "name")}, ${seatWords(f)}, alleged it`,
  "voting.ruler_conflicted": (f) => `${text(f, "name")}, ${seatWords(f)}, has a conflict in the same matter`,
  "voting.ruler_cannot_act": (f) => `${text(f, "name")}, ${seatWords(f)}, is in quarantine`,
  "registry.affects_rights_and_safety": () => "It affects both people’s rights and safety",
  "registry.affects_rights_autonomously": () => "It affects people’s rights and decides without a human",
  "registry.affects_safety_autonomously": () => "It affects safety and decides without a human",
  "registry.affects_rights": () => "It affects people’s rights",
  "registry.affects_safety": () => "It affects safety",
  "registry.uses_personal_data": () => "It uses personal data",
  "registry.is_public_facing": () => "It faces the public",
  "registry.is_deployed": () => "It is in operation",
  "registry.nothing_raises_the_tier": () => "No known fact raises the tier",
  "registry.facts_unknown": (f) => {
    const names = list(f, "unknown").map((name) => sentenceCase(name.replace(/([A-Z])/gu, " $1")).toLowerCase());
    const known = names.length === 0 ? "Some facts are not known" : `Not known: ${joinList(names)}`;
    const reach = /^tier_(\d)/u.exec(text(f, "couldReach"))?.[1];
    return reach === undefined ? known : `${known}; it could reach tier ${reach}`;
  },
  "registry.tier_as_assessed": () => "The tier is the one the facts give",
  "registry.tier_raised": () => "A person raised the tier above the assessed one",
  "registry.tier_lowered_by_chair": () => "The chair lowered the tier, with a reason on record",
  "registry.lowering_needs_chair": () => "Only the chair may set a tier below the assessed one",
  "registry.lowering_needs_reason": () => "Setting a lower tier needs a reason",
  "registry.nothing_scored": () => "Nothing is scored yet",
  "registry.pass_fail_failed": (f) => `A pass/fail criterion is not passed: ${criteria(f)}`,
  "registry.score_reaches_threshold": (f) => `The score is ${ofThreshold(f)}`,
  "registry.score_below_threshold": (f) => `The score is ${ofThreshold(f)}`,
  "registry.criteria_missing": (f) => `Still missing: ${criteria(f)}`,
  "registry.scorecard_complete": () => "All eight criteria have a score, a justification and evidence",
  "registry.score_missing": (f) => `${sentenceCase(criterionWords(text(f, "criterion")))} has no score`,
  "registry.justification_missing": (f) => `${sentenceCase(criterionWords(text(f, "criterion")))} has no justification`,
  "registry.evidence_missing": (f) => `${sentenceCase(criterionWords(text(f, "criterion")))} has no evidence`,
  "registry.passes_and_is_reported": () => "It passes: approved by rule at once, and reported to the board",
  "registry.fails_and_returns": () => "It does not pass: it comes back to the owner, and the board is not asked",
  "registry.advised_then_chair_decides": () =>
    "The board votes as advice; then the chair decides, with a reason when going against it",
  "registry.board_decides": () => "The board decides by a binding vote",
  "registry.package_matches": () => "The model is as it was when it was approved",
  "registry.material_change": (f) =>
    `Changed since the approval: ${joinList(list(f, "fields").map((field) => fieldWords(field)))}`,
  "registry.risk_tier": (f) => `Its tier: ${text(f, "tier").split("_").at(-1)}`,
  "registry.risk_scorecard_gap": (f) =>
    f.overallRatio === null
      ? "No scorecard was submitted yet"
      : `What the last scorecard lacks to 100 %: it reached ${formatPercent(number(f, "overallRatio"))}`,
  "registry.risk_overdue_review": (f) => (f.isReviewDue === true ? "Its review is due" : "No review is overdue"),
  "registry.risk_escalations": (f) => {
    const open = ["critical", "high", "medium", "low"].filter((severity) => number(f, severity) > 0);
    if (open.length === 0) return "No escalation is open";
    return `Open escalations: ${joinList(open.map((severity) => `${number(f, severity)} ${severity}`))}`;
  },
  "audit.checkpoint_signed": (f) =>
    `The checkpoint is signed with this installation’s key: ${plural(number(f, "size"), "entry", "entries")}`,
  "audit.checkpoint_malformed": () => "The checkpoint is not written the way a signed one is",
  "audit.checkpoint_other_origin": () => "It is of another log: the checkpoint names another organisation",
  "audit.checkpoint_unknown_key": () => "The checkpoint was signed with another key than this installation’s",
  "audit.checkpoint_bad_signature": () => "The signature is false: the checkpoint was changed after it was signed",
  "audit.proof_holds": (f) =>
    `Its path leads from entry ${formatEntry(number(f, "index") + 1)} to the signed root of ${plural(number(f, "size"), "entry", "entries")}`,
  "audit.proof_out_of_range": () => "The entry’s number lies beyond the entries that were signed",
  "audit.proof_wrong_length": () => "Its path is too long or too short for the entry’s place",
  "audit.proof_other_root": () => "Its path does not lead to the signed root: number, text or path was changed",
  "audit.receipt_other_leaf": (f) => `The text of entry ${formatEntry(number(f, "number"))} in it was changed`,
  "audit.vote_on_record": (f) => `The vote is the one recorded then: “${text(f, "choice")}”, with this reasoning`,
  "audit.vote_other": () => "The vote in it is not the one recorded then: choice, reasoning or receipt was changed",
  "audit.entry_unchanged": (f) =>
    `Entry ${formatEntry(number(f, "number"))} on record is the same, to the last character`,
  "audit.entry_changed": (f) => `Entry ${formatEntry(number(f, "number"))} on record is not what it was`,
  "audit.entry_missing": (f) => `Entry ${formatEntry(number(f, "number"))} is not on record any more`,
  "audit.log_only_grew": (f) =>
    number(f, "size") === number(f, "latest")
      ? "The log is exactly the one that was signed"
      : `The log has only grown since: nothing of the first ${formatCount(number(f, "size"))} was changed, ${formatCount(number(f, "latest") - number(f, "size"))} came after`,
  "audit.log_was_cut": (f) =>
    `The log was cut: ${plural(number(f, "size"), "entry", "entries")} were signed, ${formatCount(number(f, "latest"))} are there`,
  "audit.log_was_rewritten": (f) =>
    `The log was rewritten: its first ${plural(number(f, "size"), "entry", "entries")} are not those that were signed`,
};

function factWords([name, value]: [string, Facts[string]]): string {
  const label = sentenceCase(name.replace(/([A-Z])/gu, " $1")).toLowerCase();
  if (Array.isArray(value)) return `${label} ${joinList(value)}`;
  if (name.endsWith("Ratio") && typeof value === "number") return `${label} ${formatScore(value)}`;
  return `${label} ${String(value)}`;
}

/** One reason as one sentence, without the full stop. */
export function reasonSentence(reason: Reason): string {
  const sentence = REASON_SENTENCES[reason.code];
  if (sentence !== undefined) return sentence(reason.facts);
  const facts = Object.entries(reason.facts).map(factWords);
  return facts.length === 0 ? sentenceCase(reason.code) : `${sentenceCase(reason.code)} (${facts.join(", ")})`;
}
