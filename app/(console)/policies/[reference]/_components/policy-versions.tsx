import Link from "next/link";
import { POLICY_CHANGE_LABELS } from "@/components/governance/policy-labels";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { PolicyView } from "@/lib/governance/policy/view";

/** Every version there was, with the decision that made it; none is ever changed. */
export function PolicyVersions({ policy }: { policy: PolicyView }) {
  const { reference, versions, shown } = policy;
  return (
    <Section title="Versions and decisions" className="print:hidden">
      <ul className="border-t border-line">
        {versions.map(({ version, change, author, decidedAt, proposal, decision }) => (
          <li key={version} className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line py-2.5">
            <span className="w-24 font-medium">
              {version === shown ? (
                <>Version {version}</>
              ) : (
                <Link className="link" href={paths.policies.detail(reference, { version })}>
                  Version {version}
                </Link>
              )}
            </span>
            <span className="w-52">
              {POLICY_CHANGE_LABELS[change]} <Instant at={decidedAt} as="day" />
            </span>
            <span className="min-w-0 flex-1 basis-64 text-ink-muted">
              proposed by {author.name},{" "}
              <Link className="link" href={paths.proposals.detail(proposal)}>
                decided in {decision}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
