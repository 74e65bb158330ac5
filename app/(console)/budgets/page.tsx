import type { Metadata } from "next";
import { AttentionTabs } from "@/components/governance/attention-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { readBudgets } from "@/lib/governance/escalations/operations/read-budgets";
import { readRules } from "@/lib/governance/escalations/operations/read-rules";
import { setBudget } from "@/lib/governance/escalations/operations/set-budget";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { ChangeList } from "./_components/change-list";
import { ExemptCategories } from "./_components/exempt-categories";
import { LevelTable } from "./_components/level-table";
import { pageOfScopes, readScopeFilter, toScopeFilters, usedUpWords } from "./_components/scope-filter";
import { ScopeTable } from "./_components/scope-table";

export const metadata: Metadata = { title: "Budgets of attention" };

const PAGE_SCOPES = 50;

/** How much attention may be asked for, and how much was (ESC-5, ESC-6). */
export default async function BudgetsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filter = readScopeFilter(await searchParams);
  const [actor, budgets, rules] = await Promise.all([
    requireActor(),
    pageQuery(readBudgets, {}),
    pageQuery(readRules, {}),
  ]);
  const { levels, scopes, history } = budgets;
  const { after, ...kept } = filter;
  const { shown, next } = pageOfScopes(scopes, filter, PAGE_SCOPES);
  const mayChange = mayInvoke(actor, setBudget);
  return (
    <>
      <AttentionTabs />
      <PageHeader
        title="Budgets of attention"
        state={`${usedUpWords(scopes)} What does not fit goes one channel down and keeps its severity and deadline; nothing is dropped.`}
      />
      <Section title="Used today and this week" rule={false} className="mt-0">
        {scopes.length > 1 ? (
          <FilterBar
            action={paths.budgets()}
            clearHref={paths.budgets()}
            search={{ name: "q", value: filter.q ?? "", label: "Search scopes", placeholder: "Portfolio, venture" }}
            filters={toScopeFilters(filter)}
          />
        ) : null}
        <ScopeTable
          scopes={shown}
          mayChange={mayChange}
          empty={<EmptyState title="No scope matches">Clear the filters to see all of them.</EmptyState>}
        />
        <Pagination
          what={shown.length === 1 ? "scope" : "scopes"}
          shown={shown.length}
          firstHref={after === undefined ? null : paths.budgets(kept)}
          nextHref={next === null ? null : paths.budgets({ ...kept, after: next })}
        />
      </Section>
      <Section title="Limits by level" note="They hold where a portfolio or a venture has no limits of its own">
        <LevelTable levels={levels} mayChange={mayChange} />
      </Section>
      <ExemptCategories categories={rules.exemptCategories} />
      <Section title="How the limits changed">
        <ChangeList history={history} scopes={scopes} />
      </Section>
      <LiveRefresh areas={["escalations", "portfolio"]} />
    </>
  );
}
