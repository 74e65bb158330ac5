import { EvidenceItem } from "@/components/governance/evidence-item";
import { Disclosure } from "@/components/ui/disclosure";
import { plural } from "@/lib/format/words";
import type { Evidence } from "@/lib/governance/registry/schema";
import type { FrozenScorecard } from "@/lib/governance/voting/proposal-view";
import { Part } from "./part";

/** Every piece set off by a rule. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul className="space-y-1">
      {evidence.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list whose entries may be equal
        <li key={index} className="border-l-2 border-line pl-3 break-words">
          <EvidenceItem item={item} />
        </li>
      ))}
    </ul>
  );
}

/** How much there is to follow up, and all of it in one place. */
export function EvidencePart({ scorecard }: { scorecard: FrozenScorecard }) {
  const links = scorecard.rows.flatMap((row) => row.evidence).filter((item) => item.kind === "link").length;
  const said = links === 0 ? "none with a link" : `${links} with a link`;
  return (
    <Part name="Evidence">
      <p className="hidden print:block">
        {plural(scorecard.evidenceCount, "piece")} of evidence, {said}; listed with the criteria above.
      </p>
      <Disclosure
        className="-my-1 max-md:-my-2.5 print:hidden"
        summary={
          <span>
            <span className="text-ink">{plural(scorecard.evidenceCount, "piece")} of evidence</span>, {said}
          </span>
        }
      >
        <dl className="space-y-2">
          {scorecard.rows.map((row) => (
            <div key={row.criterion}>
              <dt className="text-xs text-ink-muted">{row.label}</dt>
              <dd>
                <EvidenceList evidence={row.evidence} />
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </Part>
  );
}
