import Link from "next/link";
import { ClosesAt } from "@/components/governance/closes-at";
import { DigestMark } from "@/components/governance/digest-mark";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { RecusalList } from "@/components/governance/recusal-list";
import { TierBadge } from "@/components/governance/tier-badge";
import { Badge } from "@/components/ui/badge";
import { paths } from "@/lib/client/paths";
import { joinList, plural } from "@/lib/format/words";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { Matter } from "../../[reference]/_components/matter";
import { Part } from "../../[reference]/_components/part";

/** One proposal with its rule, package, evidence, advice and conditions; on paper it begins a page. */
export function PackSheet({ proposal, number, of }: { proposal: ProposalView; number: number; of: number }) {
  const { reference, title, kind, model, effect, deadlineAt, isSealed } = proposal;
  return (
    <article
      id={reference}
      aria-labelledby={`${reference}-title`}
      className="mt-12 scroll-mt-14 border-t-2 border-line-strong pt-5 md:scroll-mt-2 print:mt-0 print:break-before-page print:border-t-0 print:pt-0"
    >
      <header className="mb-4">
        <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
          <span>
            {number} of {of}
          </span>
          <Link className="link font-mono text-xs" href={paths.proposals.detail(reference)}>
            {reference}
          </Link>
          <span>{PROPOSAL_KIND_LABELS[kind]}</span>
          {model === null ? null : <TierBadge tier={model.tier} />}
          {effect === "advisory" ? <Badge>Advice to the chair</Badge> : null}
          {isSealed ? <Badge>Sealed ballots</Badge> : null}
          {deadlineAt === null ? null : <ClosesAt at={deadlineAt} as="deadline" />}
        </p>
        <h2 id={`${reference}-title`} className="font-serif text-lg font-semibold">
          {title}
        </h2>
        <Asked proposal={proposal} />
      </header>
      <Matter proposal={proposal} />
      <Electorate proposal={proposal} />
    </article>
  );
}

function Asked({ proposal }: { proposal: ProposalView }) {
  const { proposer, package: bundle, subjectDigest, ruleSentence, rule } = proposal;
  const digest = bundle?.digest ?? subjectDigest;
  return (
    <p className="mt-1.5 text-sm text-ink-muted">
      Asked by {proposer.name}
      {digest === null ? null : (
        <>
          {" · "}
          <DigestMark digest={digest} what={bundle === null ? "proposal" : "package"} />
        </>
      )}
      {" · "}
      <span className="text-ink">{ruleSentence}</span> Rule of {rule.version}.
    </p>
  );
}

/** Who decides it, and who stands aside; never who has voted. */
function Electorate({ proposal }: { proposal: ProposalView }) {
  const { electors, recused, roll } = proposal;
  const names = joinList(electors.map(({ person }) => person.name));
  return (
    <Part name="Who decides">
      <p>{roll.isWhole && names !== "" ? names : `${plural(roll.entitled, "member")} entitled to vote`}</p>
      {recused.length === 0 ? null : (
        <div className="mt-2">
          <p className="text-xs text-ink-muted">Recused</p>
          <RecusalList recusals={recused.map(({ person, basis, reason }) => ({ name: person.name, basis, reason }))} />
        </div>
      )}
    </Part>
  );
}
