import Link from "next/link";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { AllegationView } from "@/lib/governance/voting/allegation-view";
import { AllegationState } from "./allegation-state";

/** Alleged conflicts: of whom, with what, where each stands and who has to act. */
export function AllegationList({ allegations, label }: { allegations: readonly AllegationView[]; label: string }) {
  return (
    <ul aria-label={label} className="border-t border-line">
      {allegations.map((allegation) => (
        <li
          key={allegation.reference}
          className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-b border-line py-2.5"
        >
          <div className="min-w-0 flex-1 basis-64">
            <Link className="link" href={paths.board.allegation(allegation.reference)}>
              {allegation.member.name}: {sayTarget(allegation)}
            </Link>
            <p className="mt-0.5 line-clamp-2 max-w-read text-ink-muted">
              {allegation.ruling?.reason ?? allegation.reason}
            </p>
            <p className="mt-0.5 text-xs text-ink-muted">
              <Meta allegation={allegation} />
            </p>
          </div>
          <AllegationState allegation={allegation} />
        </li>
      ))}
    </ul>
  );
}

function Meta({ allegation }: { allegation: AllegationView }) {
  const { ruling, ruler, answer, mine, allegedBy, allegedAt } = allegation;
  if (ruling !== null) {
    return (
      <>
        Ruled <Instant at={ruling.ruledAt} /> by {ruling.by.name}
        {ruling.recusedFrom.length > 0 ? `; left ${ruling.recusedFrom.join(", ")}` : ""}
      </>
    );
  }
  const who = mine.rule.isAllowed ? "you rule" : ruler === null ? "nobody may rule now" : `${ruler.name} rules`;
  const said = mine.answer.isAllowed ? "you can answer" : answer === null ? "not answered yet" : "answered";
  return (
    <>
      Alleged <Instant at={allegedAt} /> by {allegedBy.name}; {said}; {who}
    </>
  );
}

/** "vendor Acme"; a model or a vote by its title. */
export function sayTarget({ kind, targetName }: Pick<AllegationView, "kind" | "targetName">): string {
  return kind === "vendor" ? `vendor ${targetName}` : targetName;
}
