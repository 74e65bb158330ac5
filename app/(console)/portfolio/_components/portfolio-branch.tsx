import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { ListKeys } from "@/components/ui/list-keys";
import { paths } from "@/lib/client/paths";
import { formatUsd } from "@/lib/format/money";
import { plural } from "@/lib/format/words";
import type { PortfolioView } from "@/lib/governance/portfolio/schema";
import { VentureTable } from "./venture-table";

/** "3 ventures, $640,000 allocated"; ended ventures are neither counted nor summed (PRT-138). */
export function sumWords({ ventures, allocationUsd }: { ventures: number; allocationUsd: number }): string {
  return `${plural(ventures, "venture")}, ${formatUsd(allocationUsd)} allocated`;
}

/** One portfolio with its ventures below it; closed where the tree is long. */
export function PortfolioBranch({ portfolio, isOpen }: { portfolio: PortfolioView; isOpen: boolean }) {
  const { reference, name, description, members } = portfolio;
  return (
    <section aria-label={name} className="mt-8 border-t border-line pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-base font-semibold break-words">
          <Link href={paths.portfolio.detail(reference)} className="rounded-sm hover:text-accent">
            {name}
          </Link>
        </h2>
        <p className="text-sm text-ink-muted">{sumWords(portfolio)}</p>
      </div>
      {description === "" ? null : (
        <p className="mt-0.5 line-clamp-2 max-w-read text-sm text-ink-muted">{description}</p>
      )}
      {members.length === 0 ? (
        <p className="mt-2 text-sm text-ink-muted">No venture stands in it yet.</p>
      ) : (
        <Ventures portfolio={portfolio} isOpen={isOpen} />
      )}
    </section>
  );
}

function Ventures({ portfolio: { name, members }, isOpen }: { portfolio: PortfolioView; isOpen: boolean }) {
  const table = (
    <div className="border-l-2 border-line pl-4 max-md:pl-3">
      <ListKeys>
        <VentureTable label={`Ventures of ${name}`} ventures={members} empty={null} />
      </ListKeys>
    </div>
  );
  if (isOpen) return <div className="mt-2">{table}</div>;
  return (
    <Disclosure summary={`Show ${plural(members.length, "venture")}`} className="mt-1">
      {table}
    </Disclosure>
  );
}
