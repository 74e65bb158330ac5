import Link from "next/link";
import { CharterDifference } from "@/components/governance/charter-difference";
import { DigestMark } from "@/components/governance/digest-mark";
import { paths, withQuery } from "@/lib/client/paths";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { Part } from "./part";

/** What an amendment of the charter changes, beside the version it amends. */
export function Amendment({ proposal }: { proposal: ProposalView }) {
  const { amendment, state } = proposal;
  if (amendment === null) return null;
  const { baseVersion, baseLabel, nextLabel } = amendment;
  const isUndecided = state === "draft" || state === "open";
  return (
    <Part name="What changes">
      {isUndecided && !amendment.isBaseInForce ? (
        <p className="mb-2 font-medium text-rejected">
          Version {baseLabel} is no longer in force, so this amendment cannot be adopted. Withdraw it and propose it
          anew.
        </p>
      ) : null}
      <CharterDifference
        differences={amendment.differences}
        before={`Version ${baseLabel}`}
        after={`Version ${nextLabel}, as proposed`}
      />
      <p className="mt-2 text-ink-muted">
        <Link className="link" href={withQuery(paths.charter(), { version: baseVersion })}>
          Version {baseLabel} in full
        </Link>
        . <DigestMark digest={amendment.contentDigest} what="New text" />
      </p>
    </Part>
  );
}
