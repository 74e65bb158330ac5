import Link from "next/link";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { ComponentChange, ComponentChangeKind } from "@/lib/governance/portfolio/schema";

const KIND_WORDS: Record<ComponentChangeKind, string> = {
  registered: "Registered",
  changed: "Changed",
  trust_set: "Trust level set",
  paused: "Paused",
  resumed: "Resumed",
  retired: "Retired for good",
};

/** Decision by decision, the newest first, with before and after. */
export function ChangeHistory({ changes }: { changes: readonly ComponentChange[] }) {
  return (
    <ul className="border-t border-line">
      {changes.map(({ kind, proposal, decision, differences, changedAt }) => (
        <li key={decision} className="border-b border-line py-2.5">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-medium">{KIND_WORDS[kind]}</span>
            <span className="text-sm text-ink-muted">
              <Instant at={changedAt} as="dayTime" /> ·{" "}
              <Link href={paths.proposals.detail(proposal)} className="link font-mono text-xs">
                {decision}
              </Link>
            </span>
          </p>
          {kind === "registered" ? null : (
            <dl className="mt-1 space-y-1 text-sm">
              {differences.map(({ what, before, after }) => (
                <div key={what} className="grid gap-x-4 md:grid-cols-[9rem_minmax(0,1fr)]">
                  <dt className="text-ink-muted">{what}</dt>
                  <dd className="max-w-read whitespace-pre-wrap">
                    {before === null ? null : (
                      <>
                        <del className="text-ink-muted">{before}</del>{" "}
                        <span aria-hidden className="text-ink-muted">
                          →
                        </span>{" "}
                      </>
                    )}
                    <ins className="no-underline">{after}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
