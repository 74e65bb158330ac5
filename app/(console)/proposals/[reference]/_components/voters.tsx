import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { ChoiceMark } from "@/components/governance/choice-mark";
import { RecusalList } from "@/components/governance/recusal-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { formatCount, formatHalfVotes, sayVotes } from "@/lib/format/number";
import { joinList, plural } from "@/lib/format/words";
import type { ElectorView, ProposalView } from "@/lib/governance/voting/proposal-view";
import { Aside } from "./part";

/** Who has voted what and why, who has not, and who stands aside. */
export function Voters({ proposal }: { proposal: ProposalView }) {
  const { electors, recused, state } = proposal;
  // While ballots are sealed only the reader's own is known; it stands under “Your vote”.
  const isSecret = proposal.isSealed && state === "open";
  const voted = isSecret ? [] : electors.filter((elector) => elector.choice !== null);
  return (
    <>
      {proposal.roll.isWhole && electors.length > 0 ? (
        <NotVoted electors={isSecret ? electors.map(withoutTurnout) : electors} state={state} />
      ) : (
        <Entitled proposal={proposal} />
      )}
      {recused.length === 0 ? null : (
        <Aside name="Recused">
          <RecusalList
            recusals={recused.map(({ person, basis, reason, by }) => ({
              name: person.name,
              basis,
              reason,
              by: by?.name,
            }))}
          />
          <More count={proposal.roll.recused - recused.length} />
        </Aside>
      )}
      {voted.length === 0 ? null : <Reasons voted={voted} proposal={proposal} />}
    </>
  );
}

/** A large electorate is told in numbers; nobody reads ten thousand names. */
function Entitled({ proposal }: { proposal: ProposalView }) {
  const { roll, rule, state, tally } = proposal;
  if (roll.entitled === 0) return null;
  const weight = tally === null || rule.weightUnit === "seat" ? null : formatHalfVotes(tally.entitled.weight);
  return (
    <Aside name={state === "draft" ? "Would vote" : "Entitled to vote"}>
      <p>
        {plural(roll.entitled, "member")}
        {weight === null ? "" : `, ${weight} votes by trust`}
      </p>
    </Aside>
  );
}

function More({ count }: { count: number }) {
  return count <= 0 ? null : <p className="mt-1 text-ink-muted">and {formatCount(count)} more</p>;
}

function withoutTurnout(elector: ElectorView): ElectorView {
  return { ...elector, hasVoted: null };
}

function Reasons({ voted, proposal }: { voted: readonly ElectorView[]; proposal: ProposalView }) {
  const isOver = proposal.state !== "open";
  const { isWhole } = proposal.roll;
  const reasoned = voted.filter((elector) => elector.reasoning);
  const silent = voted.filter((elector) => !elector.reasoning);
  return (
    <Aside name={reasoned.length === 0 ? "Votes, without reasons" : isOver ? "Reasons" : "Reasons so far"}>
      {reasoned.length === 0 ? null : (
        <Disclosure
          open
          summary={isWhole ? `${reasoned.length} of ${voted.length} votes with a reason` : "The latest with a reason"}
        >
          <ul className="space-y-3">
            {reasoned.map((elector) => (
              <li key={elector.person.id}>
                <Voter elector={elector} rule={proposal.rule} />
                <p className="mt-1 border-l-2 border-line-strong pl-3 whitespace-pre-wrap break-words">
                  {elector.reasoning}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {silent.length === 0 ? null : (
        <ul aria-label="Votes without a reason" className="mt-2 space-y-1.5">
          {silent.map((elector) => (
            <li key={elector.person.id}>
              <Voter elector={elector} rule={proposal.rule} />
            </li>
          ))}
        </ul>
      )}
    </Aside>
  );
}

function Voter({ elector, rule }: { elector: ElectorView; rule: ProposalView["rule"] }) {
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-start gap-x-2">
      <span>{elector.choice === null ? null : <ChoiceMark choice={elector.choice} />}</span>
      <p className="min-w-0 leading-5.5">
        <span className="font-medium">{elector.person.name}</span>
        <span className="block text-xs leading-4 text-ink-muted">
          {rule.weightUnit === "seat" ? roleOf(elector) : sayVotes(elector.weight)}
          {elector.castAt === null ? null : (
            <>
              {" · "}
              <Instant at={elector.castAt} />
            </>
          )}
        </span>
      </p>
    </div>
  );
}

function roleOf({ seatRole, isChair }: ElectorView): string {
  if (isChair) return "chair";
  return seatRole === null ? "member" : BOARD_ROLE_LABELS[seatRole].toLowerCase();
}

function sayNotVoted(state: ProposalView["state"]): string {
  if (state === "draft") return "Would vote";
  return state === "open" ? "Not voted yet" : "Did not vote";
}

function NotVoted({ electors, state }: { electors: readonly ElectorView[]; state: ProposalView["state"] }) {
  const names = (some: readonly ElectorView[]) => joinList(some.map(({ person }) => person.name));
  const waiting = electors.filter((elector) => elector.hasVoted === false && !elector.isLapsed);
  const lapsed = electors.filter((elector) => elector.hasVoted === false && elector.isLapsed);
  const unknown = electors.filter((elector) => elector.hasVoted === null);
  const secret = electors.filter((elector) => elector.hasVoted === true && elector.choice === null);
  return (
    <>
      {waiting.length === 0 ? null : (
        <Aside name={`${sayNotVoted(state)} (${waiting.length})`}>
          <p>{names(waiting)}</p>
        </Aside>
      )}
      {secret.length === 0 ? null : (
        <Aside name={`Voted (${secret.length})`}>
          <p>{names(secret)}</p>
        </Aside>
      )}
      {lapsed.length === 0 ? null : (
        <Aside name="Right to vote ended">
          <p>{names(lapsed)}</p>
        </Aside>
      )}
      {unknown.length === 0 ? null : (
        <Aside name={`Entitled to vote (${unknown.length})`}>
          <p>{names(unknown)}</p>
        </Aside>
      )}
    </>
  );
}
