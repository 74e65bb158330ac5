import type { ActView, ProposalView } from "@/lib/governance/voting/proposal-view";
import { CloseNow, Defer, RuleOnConflict, Withdraw } from "./act-sheets";
import { sayWhyNot } from "./act-words";
import { Aside } from "./part";

/** What chair, proposer or admin can do besides the one act of the page; what is not possible now says why. */
export function Acts({
  proposal,
  userId,
  isChair,
  isAdmin,
}: {
  proposal: ProposalView;
  userId: string;
  isChair: boolean;
  isAdmin: boolean;
}) {
  const { mine, reference, state } = proposal;
  const isUndecided = state === "open" || state === "draft";
  const isTheirs = mine.isProposer || isAdmin;
  return (
    <>
      {isChair && (state === "open" || proposal.isAwaitingChair) ? (
        <ForChair proposal={proposal} userId={userId} />
      ) : null}
      {isTheirs && isUndecided ? (
        <Aside name={mine.isProposer ? "As proposer" : "As admin"} className="print:hidden">
          {state === "draft" ? <NotNow act={mine.acts.open} proposal={proposal} /> : null}
          {mine.acts.withdraw.isAllowed ? (
            <Withdraw reference={reference} isDraft={state === "draft"} />
          ) : (
            <NotNow act={mine.acts.withdraw} proposal={proposal} />
          )}
        </Aside>
      ) : null}
    </>
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
