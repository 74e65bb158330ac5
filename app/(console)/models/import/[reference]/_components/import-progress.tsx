"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Progress } from "@/components/ui/progress";
import { notify } from "@/components/ui/toast";
import { formatCount } from "@/lib/format/number";
import type { ImportView } from "@/lib/governance/registry/import/view";
import { PHASE_LABELS } from "../../_components/import-words";
import { cancelImportAction } from "../../actions";

const EVERY_MS = 1_000;

/** Follows a running import by asking once a second; a reload finds it where it is. */
export function ImportProgress({ batch }: { batch: ImportView }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  const { progress } = batch;
  const phase = progress?.phase ?? "queued";
  const isCounted = progress !== null && phase === "writing";
  return (
    <section aria-label="Progress" className="max-w-160 space-y-4">
      <Progress
        label={PHASE_LABELS[phase]}
        value={progress?.rowsDone ?? 0}
        max={progress?.rowsTotal ?? 0}
        words={isCounted ? `${formatCount(progress.rowsDone)} of ${formatCount(progress.rowsTotal)} records` : ""}
      />
      <p className="text-sm text-ink-muted">
        It goes on by itself: you may leave this page and come back. Until the end nothing of it is in the registry.
      </p>
      {batch.acts.includes("cancel") ? <CancelImport reference={batch.reference} /> : null}
    </section>
  );
}

export function CancelImport({ reference, label = "Cancel the import" }: { reference: string; label?: string }) {
  const router = useRouter();
  const cancel = async () => {
    const result = await cancelImportAction({ reference });
    if (!result.ok) return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
    notify.done({ title: "Import cancelled", detail: "Nothing of it is in the registry." });
    router.refresh();
    return null;
  };
  return (
    <Confirm
      trigger={<Button>{label}</Button>}
      title="Cancel this import?"
      consequence="Nothing of it remains in the registry; that it was uploaded and cancelled stays on record."
      act="Cancel the import"
      danger
      onConfirm={cancel}
    />
  );
}
