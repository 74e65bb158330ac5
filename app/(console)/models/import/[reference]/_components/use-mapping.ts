"use client";
// The mapping as it is edited: kept in this tab across a reload, previewed by the server, started as previewed.
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useAction } from "@/lib/client/use-action";
import type { ImportMapping } from "@/lib/governance/registry/import/schema";
import type { ImportColumns, ImportPreview } from "@/lib/governance/registry/import/view";
import { previewImportAction, startImportAction } from "../../actions";

const PREVIEW_ROWS = 20;

const keyOf = (reference: string) => `import-mapping:${reference}`;

function readKept(reference: string): ImportMapping | null {
  try {
    const kept = sessionStorage.getItem(keyOf(reference));
    return kept === null ? null : (JSON.parse(kept) as ImportMapping);
  } catch {
    // No storage, or not ours: the mapping from the server stands.
    return null;
  }
}

function keep(reference: string, mapping: ImportMapping): void {
  try {
    sessionStorage.setItem(keyOf(reference), JSON.stringify(mapping));
  } catch {
    // A full or forbidden storage costs the edits only when the page is reloaded.
  }
}

export function useMapping({ reference, mapping: given }: Pick<ImportColumns, "reference" | "mapping">) {
  const router = useRouter();
  const [mapping, setMapping] = useState(given);
  const [previewed, setPreviewed] = useState<{ preview: ImportPreview; of: ImportMapping } | null>(null);
  const preview = useAction(previewImportAction);
  const start = useAction(startImportAction, { onDone: () => router.refresh() });
  const { run } = preview;
  const look = useCallback(
    async (of: ImportMapping) => {
      const answer = await run({ reference, mapping: of, rows: PREVIEW_ROWS });
      if (answer?.ok) setPreviewed({ preview: answer.value, of });
    },
    [run, reference],
  );
  const isBegun = useRef(false);
  useEffect(() => {
    // Only once: later answers of the server must not undo what is being edited.
    if (isBegun.current) return;
    isBegun.current = true;
    const begin = readKept(reference) ?? given;
    setMapping(begin);
    void look(begin);
  }, [reference, given, look]);
  const change = (next: ImportMapping) => {
    setMapping(next);
    keep(reference, next);
  };
  const errorAt = (path: string) =>
    [preview, start].map((act) => act.errorOf(`mapping.${path}`) ?? act.errorOf(path)).find(Boolean);
  return {
    mapping,
    change,
    look: () => void look(mapping),
    start: () => {
      if (previewed === null) return;
      void start.run({ reference, mapping, contentDigest: previewed.preview.contentDigest });
    },
    preview: previewed?.preview ?? null,
    isFresh: previewed?.of === mapping,
    isLooking: preview.pending,
    isStarting: start.pending,
    problem: start.problem ?? preview.problem,
    errorAt,
  };
}

export type MappingDesk = ReturnType<typeof useMapping>;
