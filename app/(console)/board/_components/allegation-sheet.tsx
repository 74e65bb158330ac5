import Link from "next/link";
import type { ReactNode } from "react";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { AllegationView } from "@/lib/governance/voting/allegation-view";

/** What is alleged, what is said to it, who rules and what follows. */
export function AllegationSheet({ allegation }: { allegation: AllegationView }) {
  const { member, seat, kind, target, targetName, reason, evidence, answer, ruling } = allegation;
  const words = (text: string) => <p className="max-w-read whitespace-pre-wrap break-words">{text}</p>;
  return (
    <DefinitionList
      items={[
        {
          term: "Member",
          value: (
            <Link className="link" href={paths.board.member(seat)}>
              {member.name}
            </Link>
          ),
        },
        {
          term: kind === "proposal" ? "In the vote" : "Conflict with",
          value: <Target kind={kind} target={target} name={targetName} />,
        },
        { term: "What is alleged", value: words(reason) },
        { term: "Evidence", value: words(evidence) },
        {
          term: "Answer",
          value:
            answer === null ? (
              <span className="text-ink-muted">{ruling === null ? "None yet" : "None was given"}</span>
            ) : (
              <>
                {words(answer.statement)}
                <Meta>
                  {member.name}, <Instant at={answer.answeredAt} />
                </Meta>
              </>
            ),
        },
        ruling === null
          ? { term: "Who rules", value: <WhoRules allegation={allegation} /> }
          : { term: "Ruling", value: <Ruling allegation={allegation} /> },
        ...(ruling === null ? [{ term: "Upheld, it would", value: <Effect allegation={allegation} /> }] : []),
      ]}
    />
  );
}

const Meta = ({ children }: { children: ReactNode }) => <p className="mt-1 text-xs text-ink-muted">{children}</p>;

function Target({ kind, target, name }: { kind: AllegationView["kind"]; target: string; name: string }) {
  if (kind === "vendor") return <>Vendor {name}</>;
  const href = kind === "model" ? paths.models.detail(target) : paths.proposals.detail(target);
  return (
    <Link className="link" href={href}>
      {name}
    </Link>
  );
}

function WhoRules({ allegation }: { allegation: AllegationView }) {
  const { ruler, rulerReasons, mine } = allegation;
  const name = mine.rule.isAllowed ? "You rule" : ruler === null ? "Nobody may now" : `${ruler.name} rules`;
  const seat = ruler === null ? "" : `, as ${BOARD_ROLE_LABELS[ruler.role].toLowerCase()}`;
  return (
    <>
      <p>
        {name}
        {seat}.
      </p>
      <VerdictReasons reasons={rulerReasons.slice(1)} label="Why not another" className="mt-1 text-ink-muted" />
    </>
  );
}

function Effect({ allegation }: { allegation: AllegationView }) {
  const { kind, member, touches } = allegation;
  return (
    <>
      {kind === "proposal" ? null : <p>Put the conflict on record, for coming votes too.</p>}
      {touches.length === 0 ? (
        <p>
          {kind === "proposal" ? "Change nothing any more: the vote has ended." : "Touch no vote that is open now."}
        </p>
      ) : (
        <>
          <p>Recuse {member.name} at once, withdrawing a vote already cast, from:</p>
          <ul className="mt-1 space-y-0.5">
            {touches.map(({ reference, title }) => (
              <li key={reference}>
                <Link className="link" href={paths.proposals.detail(reference)}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Ruling({ allegation }: { allegation: AllegationView }) {
  const { ruling } = allegation;
  if (ruling === null) return null;
  const { outcome, reason, by, as, ruledAt, recusedFrom, isOnRecord } = ruling;
  return (
    <>
      <p className="max-w-read whitespace-pre-wrap break-words">
        <strong className="font-medium">{outcome === "upheld" ? "Upheld." : "Dismissed."}</strong> {reason}
      </p>
      {isOnRecord ? <p className="mt-1">The conflict is on record and holds for coming votes.</p> : null}
      {recusedFrom.length === 0 ? null : (
        <p className="mt-1">
          Recused from{" "}
          {recusedFrom.map((reference, index) => (
            <span key={reference}>
              {index === 0 ? "" : ", "}
              <Link className="link font-mono text-xs" href={paths.proposals.detail(reference)}>
                {reference}
              </Link>
            </span>
          ))}
        </p>
      )}
      <Meta>
        {by.name}, {BOARD_ROLE_LABELS[as].toLowerCase()}, <Instant at={ruledAt} />
      </Meta>
    </>
  );
}
