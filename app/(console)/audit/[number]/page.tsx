import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonStyle } from "@/components/ui/button-style";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { erasePersonal } from "@/lib/governance/audit/operations/erase-personal";
import { readEntry } from "@/lib/governance/audit/operations/read-entry";
import { formatEntryNumber, parseEntryNumber } from "@/lib/governance/audit/schema";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { BrowserCheck } from "../_components/browser-check";
import { EntryFacts } from "../_components/entry-facts";
import { EntrySentence } from "../_components/entry-sentence";
import { PersonalData } from "../_components/personal-data";
import { ProofPath } from "../_components/proof-path";

type Props = { params: Promise<{ number: string }> };

/** As it stands in the address: 42, or AR-00042. */
async function numberOf({ params }: Props): Promise<number> {
  return parseEntryNumber(decodeURIComponent((await params).number)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: formatEntryNumber(await numberOf(props)) };
}

export default async function EntryRoute(props: Props) {
  const number = await numberOf(props);
  const [actor, page] = await Promise.all([requireActor(), pageQuery(readEntry, { number })]);
  const { entry, leaf, receipt, path, size } = page;
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.audit.list()}>Audit</BackLink>}
        title={<EntrySentence sentence={entry.sentence} />}
        state={
          <span>
            <span className="font-mono">{entry.reference}</span> of {plural(size, "entry", "entries")}
          </span>
        }
        more={<Neighbours number={number} size={size} />}
        act={
          <a
            href={paths.audit.receipt(number)}
            download={`${entry.reference}.receipt.json`}
            className={buttonStyle({ tone: "primary" })}
          >
            Download the receipt
          </a>
        }
      />
      <EntryFacts entry={entry} />
      <Section title="Personal data">
        <PersonalData entry={entry} mayErase={mayInvoke(actor, erasePersonal)} />
      </Section>
      <Section title="Proof" note="Worked out in your browser, not by this server">
        <p className="mb-3 max-w-read text-sm">
          This entry is one of {plural(size, "entry", "entries")} under one signed root. Changing a character of any of
          them would give another root.
        </p>
        <BrowserCheck receipt={receipt} />
        <ProofPath leafHash={entry.leafHash} path={path} />
      </Section>
      <Section title="The text that was hashed" note="RFC 8785 canonical JSON; the number is its place in the tree">
        <pre className="rounded-md border border-line bg-sunken px-4 py-3 font-mono text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {JSON.stringify(JSON.parse(leaf), null, 2)}
        </pre>
        <Disclosure summary="As it is, to the last character" className="mt-2">
          <pre className="font-mono text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]">{leaf}</pre>
        </Disclosure>
      </Section>
    </>
  );
}

function Neighbours({ number, size }: { number: number; size: number }) {
  return (
    <>
      {number > 1 ? (
        <LinkButton tone="quiet" href={paths.audit.entry(number - 1)}>
          Earlier
        </LinkButton>
      ) : null}
      {number < size ? (
        <LinkButton tone="quiet" href={paths.audit.entry(number + 1)}>
          Later
        </LinkButton>
      ) : null}
    </>
  );
}
