"use client";
import { FormProblem } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/format/number";
import type { ImportColumns } from "@/lib/governance/registry/import/view";
import type { SavedMapping } from "../../_components/import-words";
import { ColumnRow } from "./column-row";
import { IdentityFields } from "./identity-fields";
import { PreviewDetail } from "./preview-detail";
import { PreviewPanel } from "./preview-panel";
import { SavedMappings } from "./saved-mappings";
import { useMapping } from "./use-mapping";

/** Columns to fields, values to meanings, and beside it what an import with this mapping would do. */
export function MappingEditor({ inventory, saved }: { inventory: ImportColumns; saved: readonly SavedMapping[] }) {
  const desk = useMapping(inventory);
  const { mapping, change, errorAt } = desk;
  const mapped = new Map(mapping.columns.map((entry, index) => [entry.column, { entry, index }]));
  return (
    <>
      {desk.problem === null ? null : (
        <div className="mb-6">
          <FormProblem problem={desk.problem} />
        </div>
      )}
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <Section
            title="The inventory"
            rule={false}
            className="mt-0"
            act={<SavedMappings saved={saved} mapping={mapping} onChoose={change} />}
          >
            <IdentityFields columns={inventory.columns} mapping={mapping} onChange={change} errorAt={errorAt} />
          </Section>
          <Section
            title="Columns"
            note={`${formatCount(mapping.columns.length)} of ${formatCount(inventory.columns.length)} become fields; the others stay with the model as source facts`}
          >
            {errorAt("columns") !== undefined &&
            mapping.columns.every((_, at) => errorAt(`columns.${at}`) === undefined) ? (
              <p role="alert" className="mb-2 text-sm text-rejected">
                {errorAt("columns")}
              </p>
            ) : null}
            <ul className="border-t border-line">
              {inventory.columns.map((column) => {
                const found = mapped.get(column.column);
                return (
                  <ColumnRow
                    key={column.column}
                    column={column}
                    entry={found?.entry ?? null}
                    error={found === undefined ? undefined : errorAt(`columns.${found.index}`)}
                    mapping={mapping}
                    order={inventory.columns}
                    onChange={change}
                  />
                );
              })}
            </ul>
          </Section>
        </div>
        <div className="min-w-0">
          <PreviewPanel desk={desk} />
        </div>
      </div>
      {desk.preview === null ? null : <PreviewDetail preview={desk.preview} isFresh={desk.isFresh} />}
    </>
  );
}
