import { CopyDigest } from "@/components/ui/copy-digest";
import { Disclosure } from "@/components/ui/disclosure";
import { plural } from "@/lib/format/words";
import { formatEntryNumber, type PathStep } from "@/lib/governance/audit/schema";

/** Step by step from the entry to the root: each hash stands for its neighbours, and both give the next. */
export function ProofPath({ leafHash, path }: { leafHash: string; path: readonly PathStep[] }) {
  return (
    <Disclosure summary={`The path: ${plural(path.length, "step")} from the entry to the root`} className="mt-3">
      <ol className="divide-y divide-line border-y border-line text-sm">
        <li className="flex flex-wrap justify-between gap-x-4 py-2">
          <span>The text of this entry</span>
          <span className="text-ink-muted">
            has the hash <CopyDigest value={leafHash} what="hash" />
          </span>
        </li>
        {path.map((step, index) => (
          <li key={step.result} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              with {toRange(step)} on its {step.side} <CopyDigest value={step.hash} what="hash" />
            </span>
            <span className="text-ink-muted">
              {index === path.length - 1 ? "gives the root" : "gives"} <CopyDigest value={step.result} what="hash" />
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function toRange({ from, to }: PathStep): string {
  return from === to ? formatEntryNumber(from) : `${formatEntryNumber(from)} to ${formatEntryNumber(to)}`;
}
