import Link from "next/link";
import { ChoiceMark } from "@/components/governance/choice-mark";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { WhyLine } from "@/components/governance/why-line";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { joinList } from "@/lib/format/words";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { NotCarriedOut } from "./not-carried-out";
import { Part } from "./part";

/** How it came out and why, the other side, and what follows; nothing before voting has ended. */
export function Result({ proposal, nextReviewAt }: { proposal: ProposalView; nextReviewAt: string | null }) {
  const { state, decision, why, actReason, dissent } = proposal;
  if (state === "open" || state === "draft") return null;
  const unasked = proposal.openedAt === null ? "It never came before the board: it ended as a draft." : null;
  const sentence = decision?.why ?? why?.sentence ?? unasked;
  return (
    <>
      <Part name="Result">
        {sentence === null ? null : <WhyLine sentence={sentence} />}
        {proposal.heads?.sentence == null ? null : <p className="mt-1 font-medium">{proposal.heads.sentence}</p>}
        {proposal.isAwaitingChair ? (
          <p className="mt-1 text-ink-muted">The board’s vote advises; the chair decides.</p>
        ) : null}
        {proposal.executionFailure === null || proposal.ratification !== null ? null : (
          <NotCarriedOut proposal={proposal} />
        )}
        {actReason === null || actReason === "" ? null : (
          <Said by={proposal.actedBy?.name ?? "The product"}>{actReason}</Said>
        )}
        {decision === null || decision.rationale === "" || decision.rationale === actReason ? null : (
          <Said by={decision.decidedBy?.name ?? "Rationale"}>{decision.rationale}</Said>
        )}
        {why === null || why.reasons.length === 0 ? null : (
          <Disclosure summary="Step by step" className="mt-1">
            <VerdictReasons reasons={why.reasons} />
          </Disclosure>
        )}
        {decision === null ? null : (
          <p className="mt-1 text-ink-muted">
            Decision <span className="font-mono text-xs text-ink">{decision.reference}</span>,{" "}
            <Instant at={decision.decidedAt} as="exact" className="whitespace-normal" />
          </p>
        )}
      </Part>
      {dissent === null || dissent.length === 0 ? null : <Dissent dissent={dissent} />}
      <Follows proposal={proposal} nextReviewAt={nextReviewAt} />
    </>
  );
}

function Said({ by, children }: { by: string; children: string }) {
  return (
    <blockquote className="mt-2 border-l-2 border-line-strong pl-3">
      <span className="block text-xs text-ink-muted">{by}</span>
      <span className="whitespace-pre-wrap">{children}</span>
    </blockquote>
  );
}

type DissentEntries = NonNullable<ProposalView["dissent"]>;

function Dissent({ dissent }: { dissent: DissentEntries }) {
  const reasoned = dissent.filter((entry) => entry.reasoning !== "");
  const silent = dissent.filter((entry) => entry.reasoning === "");
  return (
    <Part name="Dissent">
      {reasoned.length === 0 ? null : (
        <ul className="space-y-3">
          {reasoned.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may be withheld, and the list of a closed vote never changes
            <li key={index}>
              <p className="flex flex-wrap items-center gap-x-2">
                <ChoiceMark choice={entry.choice} />
                <span className="font-medium">{entry.person?.name ?? "A member"}</span>
              </p>
              <p className="mt-1 border-l-2 border-line-strong pl-3 break-words whitespace-pre-wrap">
                {entry.reasoning}
              </p>
            </li>
          ))}
        </ul>
      )}
      {silent.length === 0 ? null : <p className="mt-2 text-ink-muted first:mt-0">{sayWithoutReason(silent)}</p>}
    </Part>
  );
}

function sayWithoutReason(silent: DissentEntries): string {
  const names = joinList(silent.map(({ person }) => person?.name ?? "a member"));
  const choice = silent[0]?.choice === "yes" ? "yes" : "no";
  return `${names} said ${choice} without giving a reason.`;
}

function Follows({ proposal, nextReviewAt }: { proposal: ProposalView; nextReviewAt: string | null }) {
  const { followUps, model, became } = proposal;
  if (followUps.length === 0 && nextReviewAt === null && became === null) return null;
  return (
    <Part name="What follows">
      <ul className="space-y-1">
        {became === null ? null : (
          <li>
            On record:{" "}
            <Link
              className="link"
              href={
                became.type === "grant"
                  ? paths.grants.detail(became.reference)
                  : paths.policies.detail(became.reference, { version: became.version })
              }
            >
              {became.name}
              {became.version === null ? "" : `, version ${became.version}`}
            </Link>{" "}
            <span className="font-mono text-xs text-ink-muted">{became.reference}</span>
          </li>
        )}
        {followUps.map((item) => (
          <li key={item.reference}>
            <Link className="link" href={paths.actions()}>
              {item.title}
            </Link>{" "}
            <span className="text-ink-muted">
              {item.status === "open" || item.status === "in_progress" ? (
                <>
                  due <Instant at={item.dueAt} as="day" />
                </>
              ) : (
                item.status
              )}
              , {item.assignee?.name ?? "nobody assigned"}
            </span>
          </li>
        ))}
        {nextReviewAt === null || model === null ? null : (
          <li>
            Next review of{" "}
            <Link className="link" href={paths.models.detail(model.reference)}>
              {toModelTitle(model)}
            </Link>
            : <Instant at={nextReviewAt} as="day" />
          </li>
        )}
      </ul>
    </Part>
  );
}
