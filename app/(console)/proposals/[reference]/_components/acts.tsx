import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { MemberView } from "@/lib/governance/board/schema";
import type { ActView, ProposalView } from "@/lib/governance/voting/proposal-view";
import { AllegeConflict } from "../../../board/_components/allege-conflict";
import { Cancel, CloseNow, Defer, RuleOnConflict, TakeBack, Withdraw } from "./act-sheets";
import { sayWhyNot } from "./act-words";
import { Aside } from "./part";

type Seat = Pick<MemberView, "reference" | "name" | "role" | "userId">;

/** What chair, proposer or admin can do besides the one act of the page; what is not possible now says why. */
export function Acts({
  proposal,
  userId,
  isChair,
  isAdmin,
  seats,
}: {
  proposal: ProposalView;
  userId: string;
  isChair: boolean;
  isAdmin: boolean;
  /** Seats of members whom the reader may allege a conflict of. */
  seats: readonly Seat[];
}) {
  const { mine, reference, state } = proposal;
  // A chair who may rule at once has no use for it.
  const isOffered = mine.acts.allegeConflict.isAllowed && !mine.acts.ruleOnConflict.isAllowed;
  const voting = new Set(proposal.electors.map(({ person }) => person.id));
  const allegeable = isOffered ? seats.filter((seat) => seat.userId !== userId && voting.has(seat.userId)) : [];
  if (proposal.ratification !== null) return <ForDecider proposal={proposal} />;
  return (
    <>
      {isChair && (state === "open" || proposal.isAwaitingChair) ? (
        <ForChair proposal={proposal} userId={userId} />
      ) : null}
      {allegeable.length > 0 ? (
        <Aside name="Conflicts of interest" className="print:hidden">
          <AllegeConflict seats={allegeable} proposal={reference} />
        </Aside>
      ) : null}
      {mine.isProposer && (state === "open" || state === "draft") ? <ForProposer proposal={proposal} /> : null}
      {isAdmin && !mine.isProposer ? <ForAdmin proposal={proposal} /> : null}
    </>
  );
}

function ForProposer({ proposal }: { proposal: ProposalView }) {
  const { mine, reference, state } = proposal;
  return (
    <Aside name="As proposer" className="print:hidden">
      {state === "draft" ? <NotNow act={mine.acts.open} proposal={proposal} /> : null}
      <div className="flex flex-wrap gap-2">
        {mine.acts.edit.isAllowed ? (
          <LinkButton size="small" href={paths.proposals.edit(reference)}>
            Edit the draft
          </LinkButton>
        ) : null}
        {mine.acts.withdraw.isAllowed ? (
          <Withdraw reference={reference} isDraft={state === "draft"} />
        ) : (
          <NotNow act={mine.acts.withdraw} proposal={proposal} />
        )}
      </div>
    </Aside>
  );
}

/** An admin cancels what somebody else proposed, and withdraws advice that waits for a chair who cannot act (VOT-124). */
function ForAdmin({ proposal }: { proposal: ProposalView }) {
  const { mine, reference, state } = proposal;
  const { cancel, withdraw } = mine.acts;
  const canWithdraw = proposal.isAwaitingChair && withdraw.isAllowed;
  if (!cancel.isAllowed && !canWithdraw) return null;
  return (
    <Aside name="As admin" className="print:hidden">
      {state === "draft" ? <NotNow act={mine.acts.open} proposal={proposal} /> : null}
      {cancel.isAllowed ? <Cancel reference={reference} isDraft={state === "draft"} /> : null}
      {canWithdraw ? <Withdraw reference={reference} isDraft={false} /> : null}
    </Aside>
  );
}

/** A ratification is neither deferred nor closed early; only who decided may take it back. */
function ForDecider({ proposal }: { proposal: ProposalView }) {
  const { mine, reference, ratification } = proposal;
  if (ratification === null || !mine.acts.withdraw.isAllowed) return null;
  return (
    <Aside name="As the chair who decided" className="print:hidden">
      <TakeBack reference={reference} undone={ratification.ifNotRatified} />
    </Aside>
  );
}

function ForChair({ proposal, userId }: { proposal: ProposalView; userId: string }) {
  const { mine, reference, electors, state } = proposal;
  const { close, defer, ruleOnConflict, decideAdvised } = mine.acts;
  const others = electors.map(({ person }) => person).filter(({ id }) => id !== userId);
  if (state !== "open") {
    return decideAdvised.isAllowed ? null : (
      <Aside name="As chair" className="print:hidden">
        <NotNow act={decideAdvised} proposal={proposal} />
      </Aside>
    );
  }
  return (
    <Aside name="As chair" className="print:hidden">
      <div className="space-y-3">
        {close.isAllowed ? <CloseNow reference={reference} /> : <NotNow act={close} proposal={proposal} />}
        {defer.isAllowed || (ruleOnConflict.isAllowed && others.length > 0) ? (
          <div className="flex flex-wrap gap-2">
            {defer.isAllowed ? <Defer reference={reference} /> : null}
            {ruleOnConflict.isAllowed && others.length > 0 ? (
              <RuleOnConflict reference={reference} members={others} />
            ) : null}
          </div>
        ) : (
          <NotNow act={defer} proposal={proposal} />
        )}
      </div>
    </Aside>
  );
}

function NotNow({ act, proposal }: { act: ActView; proposal: ProposalView }) {
  const why = sayWhyNot(act, proposal);
  return why === null ? null : <p className="text-ink-muted">{why}</p>;
}
