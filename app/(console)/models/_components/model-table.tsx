import { AlertTriangle, FileWarning } from "lucide-react";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/governance/status-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths, type Query } from "@/lib/client/paths";
import { type ModelSort, toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelListItem } from "@/lib/governance/registry/view";

/** Due at once where no review is on record. */
function NextReview({ model }: { model: ModelListItem }) {
  if (!model.isReviewDue)
    return model.nextReviewAt === null ? <span className="max-md:hidden">–</span> : <Instant at={model.nextReviewAt} />;
  return (
    <span className="inline-flex items-center gap-1 font-medium whitespace-nowrap text-severity-high">
      <AlertTriangle aria-hidden className="size-3.5" />
      {model.nextReviewAt === null ? (
        "Due, never reviewed"
      ) : (
        <>
          Due <Instant at={model.nextReviewAt} />
        </>
      )}
    </span>
  );
}

function Name({ model }: { model: ModelListItem }) {
  return (
    <>
      {toModelTitle(model)}
      {model.isStale ? (
        <span className="ml-2 inline-flex items-center gap-1 text-xs font-normal text-severity-high">
          <FileWarning aria-hidden className="size-3.5" />
          approval stale
        </span>
      ) : null}
      {model.lockedByProposal === null ? null : (
        <span className="ml-2 text-xs font-normal text-ink-muted">under vote</span>
      )}
    </>
  );
}

/** The part before the whole: "TSA", and below it the department. */
function Unit({ unit }: { unit: string }) {
  const [agency = "", ...parts] = unit.split(" / ");
  if (unit === "") return "–";
  return (
    <span className="block text-xs text-ink-muted" title={unit}>
      {parts.length === 0 ? null : <span className="line-clamp-1 text-ink">{parts.join(" / ")}</span>}
      <span className="line-clamp-1">{agency}</span>
    </span>
  );
}

const DIRECTIONS: Readonly<Record<ModelSort, "ascending" | "descending">> = {
  newest: "descending",
  name: "ascending",
  risk: "descending",
  tier: "descending",
  next_review: "ascending",
};

function columnsFor(sort: ModelSort, kept: Query, isSelectable: boolean): Column<ModelListItem>[] {
  const by = (key: ModelSort) => ({
    href: paths.models.list({ ...kept, sort: key }),
    direction: sort === key ? DIRECTIONS[key] : null,
  });
  const select: Column<ModelListItem> = {
    key: "select",
    header: <span className="sr-only">Select</span>,
    width: "w-9",
    phone: "hidden",
    cell: (model) => (
      <input
        type="checkbox"
        name="model"
        value={model.reference}
        aria-label={`Select ${toModelTitle(model)}`}
        className="relative z-10 block size-4"
      />
    ),
  };
  return [
    ...(isSelectable ? [select] : []),
    { key: "name", header: "Model", phone: "title", sort: by("name"), cell: (model) => <Name model={model} /> },
    {
      key: "tier",
      header: "Tier",
      phone: "end",
      sort: by("tier"),
      width: "w-16",
      cell: (model) => <TierBadge tier={model.tier} short />,
    },
    { key: "status", header: "Status", width: "w-36", cell: (model) => <StatusBadge status={model.status} /> },
    {
      key: "unit",
      header: "Unit",
      from: "lg",
      width: "w-56",
      phone: "hidden",
      cell: (model) => <Unit unit={model.unit} />,
    },
    {
      key: "owner",
      header: "Owner",
      from: "lg",
      width: "w-36",
      phone: "hidden",
      cell: (model) => model.owner?.name ?? <span className="text-ink-muted">Nobody</span>,
    },
    {
      key: "risk",
      header: "Risk",
      align: "right",
      phoneLabel: "Risk",
      sort: by("risk"),
      width: "w-16",
      cell: (model) => model.riskScore,
    },
    {
      key: "review",
      header: "Next review",
      align: "right",
      sort: by("next_review"),
      width: "w-44",
      cell: (model) => <NextReview model={model} />,
    },
  ];
}

export function ModelTable({
  models,
  sort,
  kept,
  isSelectable,
  empty,
}: {
  models: readonly ModelListItem[];
  sort: ModelSort;
  kept: Query;
  isSelectable: boolean;
  empty: ReactNode;
}) {
  return (
    <Table
      label="Models"
      columns={columnsFor(sort, kept, isSelectable)}
      rows={models}
      rowKey={(model) => model.reference}
      rowHref={(model) => paths.models.detail(model.reference)}
      empty={empty}
    />
  );
}
