import Link from "next/link";
import { ChoiceMark } from "@/components/governance/choice-mark";
import { RECUSAL_LABELS } from "@/components/governance/labels";
import { buttonStyle } from "@/components/ui/button-style";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { sayVotes } from "@/lib/format/number";
import type { MyView, ProposalView } from "@/lib/governance/voting/proposal-view";
import { sayWhyNot } from "./act-words";
import { Aside } from "./part";
import { RecuseYourself } from "./recuse-yourself";

/** Where the reader stands in this vote: the own ballot and its receipt, the recusal, or what is asked. */
export function YourPlace({ proposal, userId }: { proposal: ProposalView; userId: string }) {
  const { mine, reference, state } = proposal;
  if (mine.place === "none") return null;
  if (mine.place === "recused") return <StandAside proposal={proposal} userId={userId} />;
  if (state !== "open" && mine.ballot === null) {
    return state === "draft" ? null : (
      <Aside name="Your vote">
        <p className="text-ink-muted">You did not vote.</p>
      </Aside>
    );
  }
  return (
    <Aside name="Your vote" className="print:hidden">
      {mine.ballot === null ? (
        <Unvoted proposal={proposal} />
      ) : (
        <>
          <Ballot reference={reference} mine={mine} />
          <p className="mt-2 text-ink-muted empty:hidden">
            <Weighs proposal={proposal} />
          </p>
        </>
      )}
      {mine.acts.recuse.isAllowed ? (
        <div className="-ml-2.5 mt-2">
          <RecuseYourself reference={reference} hasVoted={mine.ballot !== null} />
        </div>
      ) : null}
    </Aside>
  );
}

function Unvoted({ proposal }: { proposal: ProposalView }) {
  const { vote } = proposal.mine.acts;
  if (!vote.isAllowed) return <p>{sayWhyNot(vote, proposal)}</p>;
  return (
    <p className="text-ink-muted">
      You have not voted yet. <Weighs proposal={proposal} />
      <span className="max-md:hidden">Press y, n or a.</span> After it you get a receipt.
    </p>
  );
}

/** By trust, frozen when the vote opened (VOT-3). */
function Weighs({ proposal: { mine, rule } }: { proposal: ProposalView }) {
  if (rule.weightUnit === "seat" || mine.weight === null) return null;
  return <>Your trust gives you {sayVotes(mine.weight)}. </>;
}

function Ballot({ reference, mine }: { reference: string; mine: MyView }) {
  const { ballot, receipt } = mine;
  if (ballot === null) return null;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ChoiceMark choice={ballot.choice} />
        <span className="text-ink-muted">
          <Instant at={ballot.castAt} />
          {ballot.castNumber > 1
            ? `, changed ${ballot.castNumber === 2 ? "once" : `${ballot.castNumber - 1} times`}`
            : null}
        </span>
      </p>
      {ballot.isStale ? (
        <p className="font-medium text-rejected">Your ballot names another package: read this one and vote again.</p>
      ) : null}
      {ballot.reasoning === "" ? (
        <p className="text-ink-muted">Without a reasoning.</p>
      ) : (
        <p className="max-h-40 overflow-y-auto border-l-2 border-line-strong pl-3 whitespace-pre-wrap">
          {ballot.reasoning}
        </p>
      )}
      {receipt === null ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-1">
          <a
            href={paths.proposals.receipt(reference)}
            download={`receipt-${reference}.json`}
            className={buttonStyle({ size: "small" })}
          >
            Download the receipt
          </a>
          <Link className="link" href={paths.audit.entry(receipt.auditEntry)}>
            Entry {toEntryName(receipt.auditEntry)}
          </Link>
        </div>
      )}
    </div>
  );
}

/** As the record itself names it (AUD-103). */
function toEntryName(number: number): string {
  return `AR-${String(number).padStart(5, "0")}`;
}

/** A recused member reads why, instead of the deliberation (BRD-5). */
function StandAside({ proposal, userId }: { proposal: ProposalView; userId: string }) {
  const isOver = proposal.state !== "open";
  const own = proposal.recused.find(({ person }) => person.id === userId);
  return (
    <Aside name="You stand aside">
      <p className="max-w-read">
        You are recused from this proposal. You have no vote on it and do not count as absent;{" "}
        {isOver
          ? "what the others said stays with them."
          : "the votes, the reasons and any advice are kept from you. The result is shown when voting has ended."}
      </p>
      {own === undefined ? null : (
        <p className="mt-2 text-ink-muted">
          Ground: {RECUSAL_LABELS[own.basis]}
          {own.reason === "" ? "" : `. ${own.reason}`}
        </p>
      )}
    </Aside>
  );
}
