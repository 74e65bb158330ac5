import Link from "next/link";
import { SectionRows } from "@/components/governance/charter-difference";
import { paths } from "@/lib/client/paths";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { Part } from "./part";

/** What a change of a policy changes, beside the version it is based on; of a new one the whole text. */
export function PolicyChange({ proposal }: { proposal: ProposalView }) {
  const { policyChange, state } = proposal;
  if (policyChange === null) return null;
  const { change, policy, baseVersion, isBaseCurrent, rows } = policyChange;
  const isUndecided = state === "draft" || state === "open";
  const isNew = change === "create";
  return (
    <Part name={isNew ? "What it says" : "What changes"}>
      {isUndecided && !isBaseCurrent ? (
        <p className="mb-2 font-medium text-rejected">
          Version {baseVersion} is no longer the latest, so this cannot be carried out. Withdraw it and propose it anew.
        </p>
      ) : null}
      {isNew ? (
        <ul className="max-w-read space-y-1">
          {rows.map((row) => (
            <li key={row.after}>{row.after}</li>
          ))}
        </ul>
      ) : (
        <SectionRows
          rows={rows}
          before={`Version ${baseVersion}`}
          after={change === "retire" ? "Retired" : `Version ${(baseVersion ?? 0) + 1}, as proposed`}
        />
      )}
      {policy === null ? null : (
        <p className="mt-2 text-ink-muted">
          <Link className="link" href={paths.policies.detail(policy, { version: baseVersion })}>
            Version {baseVersion} in full
          </Link>
        </p>
      )}
    </Part>
  );
}
