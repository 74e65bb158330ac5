import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { paths, withQuery } from "@/lib/client/paths";
import type { CharterVersionView } from "@/lib/governance/board/schema";

type Props = {
  versions: readonly CharterVersionView[];
  shown: number;
  against: number | null;
  /** Which proposal a decision ended. */
  proposalOf: ReadonlyMap<string, string | null>;
};

/** Every version there was; none is ever changed. */
export function CharterVersions({ versions, shown, against, proposalOf }: Props) {
  return (
    <Section id="versions" title="Versions" className="print:hidden">
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
            <span className="min-w-0 flex-1 basis-56 text-ink-muted">
              <Origin version={version} proposalOf={proposalOf} />
            </span>
          </li>
        ))}
      </ul>
      {versions.length < 2 ? null : <Compare versions={versions} shown={shown} against={against} />}
    </Section>
  );
}

function Origin({ version, proposalOf }: { version: CharterVersionView; proposalOf: Props["proposalOf"] }) {
  const { description, adoptedByDecision: decision, isInForce } = version;
  const proposal = decision === null ? null : (proposalOf.get(decision) ?? null);
  return (
    <>
      {description}
      {decision === null ? null : (
        <>
          , adopted by{" "}
          {proposal === null ? (
            decision
          ) : (
            <Link className="link" href={paths.proposals.detail(proposal)}>
              {decision}
            </Link>
          )}
        </>
      )}
      {isInForce ? ", in force" : ""}
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
    </>
  );
}

/** Any two versions; a plain form, so that the choice is in the address. */
function Compare({ versions, shown, against }: Omit<Props, "proposalOf">) {
  const options = versions.map(({ version, label }) => ({ value: String(version), label: `Version ${label}` }));
  const other = against ?? versions.find((one) => one.version < shown)?.version ?? shown + 1;
  return (
    <form action={paths.charter()} className="mt-4 flex flex-wrap items-end gap-3">
      <Field label="Compare" className="w-40">
        <Select name="against" options={options} defaultValue={String(other)} />
      </Field>
      <Field label="with" className="w-40">
        <Select name="version" options={options} defaultValue={String(shown)} />
      </Field>
      <Button type="submit">Show the difference</Button>
    </form>
  );
}
