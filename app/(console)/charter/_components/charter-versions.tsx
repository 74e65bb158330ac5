import Link from "next/link";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths, withQuery } from "@/lib/client/paths";
import type { CharterVersionView } from "@/lib/governance/board/schema";

/** Every version there was; none is ever changed. */
export function CharterVersions({ versions, shown }: { versions: readonly CharterVersionView[]; shown: number }) {
  return (
    <Section title="Versions" className="print:hidden">
      <ul className="border-t border-line">
        {versions.map((version) => (
          <li key={version.reference} className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line py-2.5">
            <span className="w-24 font-medium">
              {version.version === shown ? (
                <>Version {version.label}</>
              ) : (
                <Link className="link" href={withQuery(paths.charter(), { version: version.version })}>
                  Version {version.label}
                </Link>
              )}
            </span>
            <span className="w-40">
              since <Instant at={version.effectiveAt} as="day" />
            </span>
            <span className="min-w-0 flex-1 text-ink-muted">
              {version.description}
              {version.adoptedByDecision === null ? "" : `, adopted by ${version.adoptedByDecision}`}
              {version.isInForce ? ", in force" : ""}
              {version.version === 1 ? null : (
                <>
                  {". "}
                  <Link
                    className="link"
                    href={withQuery(paths.charter(), { version: version.version, against: version.version - 1 })}
                  >
                    What it changed
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
