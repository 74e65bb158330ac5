// Answers "what is this act called in a sentence?" (AUD-108): after the actor's name, in the past tense. One line an act;
// a test names every act of the house that has none.
import { type ActFacts, plural } from "./wording.ts";

type Words = (facts: ActFacts) => string;

function toRoles(list: string): string {
  return list === "" ? "no roles" : list;
}

const IDENTITY: Readonly<Record<string, Words>> = {
  "identity.attempt_denied": ({ subject, words }) => `tried ${subject} and was refused: ${words("code")}`,
  "identity.signed_in": ({ words, text }) =>
    text("method") === "demo" ? "signed in as a demo person" : `signed in with ${words("method")}`,
  "identity.sign_in_refused": ({ subject, words }) =>
    subject === "unknown"
      ? `failed to sign in: ${words("cause")}`
      : `failed to sign in as ${subject}: ${words("cause")}`,
  "identity.sign_in_throttled": ({ words }) => `was stopped after too many failed sign-ins by ${words("by")}`,
  "identity.signed_out": () => "signed out",
  "identity.sessions_ended": ({ isOwn, number, subject }) =>
    `ended ${plural(number("ended"), "session")}${isOwn ? "" : ` of ${subject}`}`,
  "identity.person_invited": ({ subject, list }) =>
    `invited ${subject} ${list("grantedRoles") === "" ? "without granted roles" : `as ${list("grantedRoles")}`}`,
  "identity.invitation_renewed": ({ subject, details }) =>
    details.resetsPassword === true
      ? `gave ${subject} a link to set a new password`
      : `renewed the invitation of ${subject}`,
  "identity.invitation_revoked": ({ subject }) => `revoked the invitation of ${subject}`,
  "identity.invitation_accepted": ({ isOwn, subject, details }) =>
    details.replacesPassword === true
      ? `set a new password for ${subject} with a link`
      : `accepted ${isOwn ? "an" : `${subject}’s`} invitation`,
  "identity.roles_changed": ({ subject, list }) =>
    `changed the granted roles of ${subject} from ${toRoles(list("before"))} to ${toRoles(list("after"))}`,
  "identity.membership_ended": ({ subject }) => `ended the membership of ${subject}`,
  "identity.person_quarantined": ({ subject }) => `put ${subject} in quarantine`,
  "identity.person_released": ({ subject }) => `released ${subject} from quarantine`,
  "identity.key_created": ({ isOwn, subject, text }) =>
    `made the API key \`${text("key")}\`${isOwn ? "" : ` for ${subject}`}`,
  "identity.key_revoked": ({ isOwn, subject, text }) =>
    `revoked the API key \`${text("key")}\`${isOwn ? "" : ` of ${subject}`}`,
  "identity.settings_changed": ({ details }) => `changed ${plural(sizeOf(details.changes), "setting")}`,
  "identity.account_changed": ({ isOwn, subject, list }) =>
    `changed ${list("fields") || "details"} of ${isOwn ? "their own account" : subject}`,
  "identity.password_changed": ({ isOwn, subject }) => `changed ${isOwn ? "their" : `${subject}’s`} password`,
  "identity.password_refused": () => "gave a wrong current password",
};

function leaving(proposals: string): string {
  return proposals === "" ? "" : `, leaving ${proposals}`;
}

const BOARD: Readonly<Record<string, Words>> = {
  "board.organization_founded": ({ words }) => `founded the organisation with the ${words("template")} charter`,
  "board.member_seated": ({ subject, person, words }) => `seated ${person("userId")} as ${words("role")} (${subject})`,
  "board.member_updated": ({ subject, list }) => `changed ${list("fields") || "details"} of the seat ${subject}`,
  "board.seat_renewed": ({ subject, person, words, text }) =>
    `renewed ${person("userId")}’s term as ${words("role")} (${subject} after ${text("renews")})`,
  "board.rotation_planned": ({ words, details }) =>
    `planned the succession of the ${words("role")}: ${plural(sizeOf(details.after), "candidate")}`,
  "board.seat_ended": ({ subject, person, words }) =>
    `ended ${person("userId")}’s seat as ${words("role")} (${subject})`,
  "board.departed_seats_ended": ({ subject, list }) => `ended the board seat ${list("seats")} of ${subject}, who left`,
  "board.conflict_declared": ({ person, text, words, list, details, subject }) =>
    `declared ${details.onBehalf === true ? `for ${person("userId")} ` : ""}a conflict of interest about ${text("model") || `a ${words("kind")}`} (${subject})${leaving(list("recusedFrom"))}`,
  "board.conflict_withdrawn": ({ person, text, words, subject }) =>
    `withdrew ${person("userId")}’s conflict of interest about ${text("model") || `a ${words("kind")}`} (${subject})`,
  "board.charter_draft_saved": ({ words, subject }) =>
    `changed the draft of the next charter (${words("section")}, after ${subject})`,
  "board.charter_draft_discarded": ({ subject }) => `discarded the draft of the next charter (after ${subject})`,
};

const REGISTRY: Readonly<Record<string, Words>> = {
  "registry.model_registered": ({ subject, words }) => `registered the model ${subject} as ${words("tier")}`,
  "registry.model_changed": ({ subject, list }) => `changed ${list("fields") || "facts"} of the model ${subject}`,
  "registry.tier_overridden": ({ subject, words }) =>
    `set the tier of ${subject} from ${words("from")} to ${words("to")}`,
  "registry.owner_assigned": ({ subject, number, text, person }) =>
    `${text("owner") === "" ? "took the owner from" : `made ${person("owner")} the owner of`} ${
      number("models") === 1 ? subject : plural(number("models"), "model")
    }`,
  "registry.scorecard_saved": ({ subject, number }) =>
    `saved the scorecard of ${subject} (${number("scored")} of 8 criteria)`,
  "registry.model_submitted": ({ subject }) => `submitted the model ${subject} for a decision`,
  "registry.model_returned": ({ subject }) => `returned the model ${subject}`,
  "registry.model_approved": ({ subject, details }) =>
    `approved the model ${subject}${details.isConditional === true ? " with conditions" : ""}`,
  "registry.status_changed": ({ subject, words }) => `moved ${subject} from ${words("from")} to ${words("to")}`,
  "registry.status_change_requested": ({ subject, words }) =>
    `asked to move ${subject} from ${words("from")} to ${words("to")}; the ${words("awaits")} has to agree`,
  "registry.risk_recomputed": ({ number }) =>
    `computed the risk of ${plural(number("models"), "model")} anew: ${number("changed").toLocaleString("en")} changed`,
  "registry.import_uploaded": ({ subject, number }) =>
    `uploaded an inventory of ${plural(number("rows"), "record")} (${subject})`,
  "registry.import_started": ({ subject, number }) =>
    `started the import ${subject} of ${plural(number("rows"), "record")}`,
  "registry.import_completed": ({ subject, number }) =>
    `completed the import ${subject}: ${number("created").toLocaleString("en")} created, ${number("updated").toLocaleString("en")} updated, ${number("unchanged").toLocaleString("en")} unchanged, ${plural(number("duplicate"), "duplicate")}, ${number("rejected").toLocaleString("en")} rejected`,
  "registry.import_cancelled": ({ subject, number }) =>
    `cancelled the import ${subject} after ${plural(number("done"), "record")}`,
  "registry.import_failed": ({ subject, words }) => `could not finish the import ${subject}: ${words("cause")}`,
  "registry.mapping_saved": ({ text }) => `saved the import mapping \`${text("mapping")}\``,
  "registry.models_exported": ({ number, text }) =>
    `exported ${plural(number("models"), "model")} as ${text("format").toUpperCase()}`,
};

const PORTFOLIO: Readonly<Record<string, Words>> = {
  "portfolio.portfolio_created": ({ subject }) => `created the portfolio ${subject}`,
  "portfolio.portfolio_changed": ({ subject, list }) => `changed ${list("fields")} of the portfolio ${subject}`,
  "portfolio.venture_created": ({ subject, text }) => `created the venture ${subject} in ${text("portfolio")}`,
  "portfolio.venture_changed": ({ subject, details, list }) =>
    Array.isArray(details.fields) && details.fields.includes("lifecycle") && details.lifecycle === "ended"
      ? `ended the venture ${subject}`
      : `changed ${list("fields")} of the venture ${subject}`,
};

const ESCALATIONS: Readonly<Record<string, Words>> = {
  "escalations.escalation_raised": ({ subject, words, details, number }) =>
    details.isMerged === true
      ? `raised ${subject} again (${plural(number("occurrences"), "time")} in all)`
      : `raised ${subject} as ${words("severity")}`,
  "escalations.batch_raised": ({ number, details }) =>
    `raised ${plural(number("accepted"), "item")} at once: ${plural(sizeOf(details.created), "new escalation")}`,
  "escalations.escalation_acknowledged": ({ subject }) => `acknowledged ${subject}`,
  "escalations.escalations_acknowledged": ({ details }) =>
    `acknowledged ${plural(sizeOf(details.escalations), "escalation")} at once`,
  "escalations.acknowledgement_undone": ({ details }) =>
    `took back the acknowledgement of ${plural(sizeOf(details.escalations), "escalation")}`,
  "escalations.escalation_assigned": ({ subject, person }) => `assigned ${subject} to ${person("userId")}`,
  "escalations.escalations_assigned": ({ details, person }) =>
    `assigned ${plural(sizeOf(details.escalations), "escalation")} at once to ${person("userId")}`,
  "escalations.escalations_resolved": ({ details }) =>
    `resolved ${plural(sizeOf(details.escalations), "escalation")} at once${sizeOf(details.late) > 0 ? `, ${sizeOf(details.late).toLocaleString("en")} after their deadline` : ""}`,
  "escalations.escalations_linked": ({ details, text }) =>
    `converted ${plural(sizeOf(details.escalations), "escalation")} at once to the proposal ${text("proposal")}`,
  "escalations.escalation_resolved": ({ subject, details }) =>
    `resolved ${subject}${details.isLate === true ? ", after its deadline" : ""}`,
  "escalations.incident_reviewed": ({ subject, number }) =>
    `recorded the post-incident review of ${subject} with ${plural(number("actions"), "action")}`,
  "escalations.incident_review_signed": ({ subject }) => `signed the post-incident review of ${subject}`,
  "escalations.proposal_linked": ({ subject, text }) => `converted ${subject} to the proposal ${text("proposal")}`,
  "escalations.silence_created": ({ subject }) => `began the silence ${subject}`,
  "escalations.silence_ended": ({ subject, number }) =>
    `ended the silence ${subject}, which held ${plural(number("held"), "item")}`,
  "escalations.budget_set": ({ text }) => `set the budget of attention of ${text("scope")}`,
  "escalations.rules_changed": ({ list }) => `changed ${list("fields") || "rules"} of escalations`,
  "escalations.steps_taken": ({ details }) =>
    `reminded of ${plural(sizeOf(details.reminded), "escalation")} and raised ${plural(sizeOf(details.escalated), "overdue one")} a step`,
  "escalations.digests_gathered": ({ number }) => `gathered ${plural(number("items"), "escalation")} for digests`,
  "escalations.digest_delivered": ({ words, number }) =>
    `delivered the ${words("kind")} with ${plural(number("items"), "escalation")}`,
  "escalations.briefing_sent": ({ text }) => `sent the chair the briefing of ${text("day")}`,
  "escalations.items_left_behind": ({ subject, details }) =>
    `opened ${plural(sizeOf(details.escalations), "escalation")} again that ${subject} answered for`,
  "escalations.items_released": ({ details, number }) =>
    [
      `brought back ${plural(sizeOf(details.escalations), "held escalation")}`,
      ...(number("heldAgain") > 0 ? [`${number("heldAgain")} held by something else from then on`] : []),
    ].join(", "),
};

const CAST_WORDS: Readonly<Record<string, string>> = { yes: "voted yes", no: "voted no", abstain: "abstained" };

/** What a proposal is about: a person by name, everything else by its reference or key. */
function tellMatter(text: ActFacts["text"], person: ActFacts["person"]): string {
  return /^[0-9a-f-]{36}$/u.test(text("subject")) ? person("subject") : text("subject");
}

/** What the end of a ratification made of the chair's decision. */
const settledWords: Words = ({ text }) => {
  if (text("standing") === "") return "";
  const become = { final: "is final", reversed: "is reversed" }[text("standing")] ?? "could not be reversed";
  return `; the chair’s decision ${text("settles")} ${become}`;
};

const VOTING: Readonly<Record<string, Words>> = {
  "voting.proposal_created": ({ subject, words, text, person }) =>
    `proposed ${words("kind")} of ${tellMatter(text, person) || "a subject"} (${subject})`,
  "voting.draft_edited": ({ subject }) => `changed the draft ${subject}`,
  "voting.proposal_opened": ({ subject, number }) =>
    `opened ${subject} for voting to ${plural(number("entitled"), "member")}`,
  "voting.ballot_cast": ({ subject, number, text }) =>
    number("castNumber") > 1
      ? `changed their vote${text("choice") === "" ? "" : ` to ${text("choice")}`} on ${subject}`
      : `${CAST_WORDS[text("choice")] ?? "voted"} on ${subject}`,
  "voting.member_recused": ({ subject, words }) => `was recused from ${subject}: ${words("basis")}`,
  "voting.owners_recused": ({ list }) => `recused new owners of the subject from ${list("recusedFrom")}`,
  "voting.conflict_alleged": ({ subject, person, words }) =>
    `alleged a conflict of interest of ${person("userId")} with a ${words("kind")} (${subject})`,
  "voting.allegation_answered": ({ subject }) => `answered what is alleged of them (${subject})`,
  "voting.allegation_ruled": ({ subject, person, words, list }) =>
    `${words("ruling")} what is alleged of ${person("userId")} (${subject})${leaving(list("recusedFrom"))}`,
  "voting.proposal_closed": (entry) => {
    const { subject, words, text } = entry;
    const isSaid = text("outcome") === "" || text("outcome") === text("result");
    return `closed ${subject}: ${words("result")}${isSaid ? "" : `, ${words("outcome")}`}${settledWords(entry)}`;
  },
  "voting.proposal_withdrawn": (entry) => `withdrew ${entry.subject}${settledWords(entry)}`,
  "voting.proposal_deferred": ({ subject }) => `deferred ${subject}`,
  "voting.proposal_cancelled": ({ subject }) => `cancelled ${subject}`,
  "voting.proposal_executed": (entry) => {
    const { subject, text, person } = entry;
    if (text("standing") === "reversed") return `reversed what ${subject} did not ratify (${text("settles")})`;
    return `carried out ${subject}${text("subject") === "" ? "" : ` on ${tellMatter(text, person)}`}`;
  },
  "voting.proposal_execution_failed": ({ subject, words }) => `could not carry out ${subject}: ${words("cause")}`,
  "voting.renewal_drafted": ({ subject, text }) => `drafted ${subject}, the renewal of ${text("grant")}`,
  "voting.grant_lapsed": ({ subject, words }) => `told that the ${words("kind")} ${subject} ends`,
  "voting.advice_decided": ({ subject, words, details }) =>
    `decided ${subject} as ${words("decision")}${details.isAgainstAdvice === true ? ", against the board’s advice" : ""}`,
  "voting.missed_votes_flagged": ({ details }) =>
    `told the chair of ${plural(sizeOf(details.members), "member")} who missed three votes in a row`,
  "voting.decided_as_chair": ({ subject, words, text }) =>
    text("act") === "suspend_model"
      ? `suspended ${subject} as chair by ${text("decision")}; ${text("proposal")} ratifies it`
      : `decided ${words("kind")} as chair (${text("decision")}); ${text("proposal")} ratifies it`,
  "voting.model_submitted": ({ subject, text }) =>
    `submitted the model ${subject} for a decision${text("proposal") === "" ? "" : ` (${text("proposal")})`}`,
  "voting.tier_one_approved": ({ subject }) => `approved the model ${subject} by rule`,
  "voting.tier_one_returned": ({ subject }) => `returned the model ${subject} by rule`,
};

const OTHER: Readonly<Record<string, Words>> = {
  "policy.grant_revoked": ({ subject, words }) => `ended the ${words("kind").replace(" grant", "")} ${subject} early`,
  "advisory.advice_recorded": ({ subject, words, details }) =>
    `kept ${details.hasFailed === true ? "a failed try at advice" : "advice"} on ${subject} by a ${words("provider").replace("rule based", "rule-based analyst")}`,
  "advisory.advice_settled": ({ subject, text }) => `compared the advice on ${subject} with ${text("decision")}`,
  "meetings.follow_ups_created": ({ text, details }) =>
    `created ${plural(sizeOf(details.items), "follow-up")} of ${text("decision") || "a decision"}`,
  "meetings.incident_actions_created": ({ subject, details }) =>
    `created ${plural(sizeOf(details.items), "follow-up")} of the post-incident review of ${subject}`,
  "meetings.escalation_reviews_scheduled": ({ details }) =>
    `dated reviews of ${plural(sizeOf(details.escalations), "escalation")} at once`,
  "meetings.escalation_review_scheduled": ({ subject, text }) => `dated a review of ${subject} (${text("action")})`,
  "meetings.action_changed": ({ subject, words }) => `moved ${subject} from ${words("from")} to ${words("to")}`,
  "meetings.actions_reminded": ({ details }) =>
    `reminded of ${plural(sizeOf(details.dueSoon) + sizeOf(details.overdue), "follow-up")}`,
  "meetings.actions_released": ({ subject, details }) =>
    `gave ${plural(sizeOf(details.items), "follow-up")} of ${subject} back to nobody`,
  "reviews.owners_reminded": ({ number }) =>
    `reminded ${plural(number("owners"), "owner")} of ${plural(number("models"), "due review")}`,
  "notifications.marked_read": ({ number }) => `marked ${plural(number("marked"), "notice")} as read`,
  "notifications.mail_attempted": ({ number }) => `tried to send a mail (attempt ${number("attempt")})`,
  "notifications.mail_sent": () => "sent a mail",
  "notifications.mail_failed": ({ words, details }) =>
    `could not send a mail: ${words("code")}${details.isFinal === true ? "; it is given up" : ""}`,
  "notifications.mail_requeued": () => "put a mail back into the queue",
  "audit.log_exported": ({ text }) =>
    `exported the audit log ${text("personal") === "include" ? "with" : "without"} personal data`,
  "audit.personal_erased": ({ subject, words }) => `erased the personal data of ${subject}: ${words("reason")}`,
};

export const ACT_WORDS: Readonly<Record<string, Words>> = {
  ...IDENTITY,
  ...BOARD,
  ...REGISTRY,
  ...VOTING,
  ...PORTFOLIO,
  ...ESCALATIONS,
  ...OTHER,
};

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
