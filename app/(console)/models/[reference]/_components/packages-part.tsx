import { DigestMark } from "@/components/governance/digest-mark";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { formatPercent } from "@/lib/format/number";
import type { PackageView } from "@/lib/governance/registry/scorecard-view";
import type { ModelView } from "@/lib/governance/registry/view";
import { PackageDifference } from "./package-difference";
import { PackageLink } from "./package-link";

/** What was submitted: the last package with what changed, then the older ones. */
export function PackagesPart({ model, last }: { model: ModelView; last: PackageView | null }) {
  if (last === null) return null;
  const older = model.packages.slice(1);
  return (
    <Section title="Submitted packages" note="Frozen as the board saw them">
      <Line reference={model.reference} item={last} />
      <div className="mt-2">
        <DigestMark digest={last.digest} what="digest" />
      </div>
      <div className="mt-3">
        <PackageDifference difference={last.difference} />
      </div>
      {older.length === 0 ? null : (
        <ul aria-label="Older packages" className="mt-4 border-t border-line">
          {older.map((item) => (
            <li key={item.digest} className="border-b border-line py-2">
              <Line reference={model.reference} item={item} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line({ reference, item }: { reference: string; item: ModelView["packages"][number] }) {
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
      <PackageLink reference={reference} digest={item.digest} />
      <span>
        {formatPercent(item.overallRatio)}, {item.recommendation === "approve" ? "reaches" : "misses"} the threshold
      </span>
      <span className="text-ink-muted">
        submitted <Instant at={item.submittedAt} /> by {item.submittedBy.name}
      </span>
      {item.isApproved ? <span className="font-medium text-passed">approved on this</span> : null}
    </p>
  );
}
