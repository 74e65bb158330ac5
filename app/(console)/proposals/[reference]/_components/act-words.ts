// Answers "why can this not be done now?" on the page of the proposal itself, where its reference need not be repeated.
import { plural } from "@/lib/format/words";
import type { ActView, ProposalView } from "@/lib/governance/voting/proposal-view";

/** null: it can be done, or the person's roles never include it. */
export function sayWhyNot(
  act: ActView,
  proposal: Pick<ProposalView, "tally" | "reference" | "isSealed">,
): string | null {
  if (act.isAllowed || act.code.startsWith("kernel.")) return null;
  const waiting = proposal.tally?.waiting.voters;
  switch (act.code) {
    case "voting.votes_outstanding":
      return waiting === undefined
        ? "It can be closed early once everybody entitled has voted; otherwise it closes by itself at the deadline."
        : `It can be closed early once the last ${plural(waiting, "member has voted", "members have voted")}; otherwise it closes by itself at the deadline.`;
    case "voting.deadline_passed":
      return "Voting has ended; the page shows how it came out.";
    case "voting.chair_recused":
      return "You are recused, so you do not act on it as chair; the board’s vote decides.";
    case "voting.cannot_pass":
      return "It could not pass even if every entitled member said yes. Seat the missing members, or wait until fewer are recused.";
    case "voting.rights_ended":
      return "Your right to vote has ended since it opened; a vote cast before stays.";
    case "voting.advice_not_ready":
      return "The chair decides once voting is closed.";
    default:
      return act.why === null
        ? null
        : act.why.replaceAll(`\`${proposal.reference}\``, "this proposal").replaceAll("`", "");
  }
}
