"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { notify } from "@/components/ui/toast";
import type { VentureItem } from "@/lib/governance/portfolio/schema";
import { updateVentureAction } from "../../actions";

/** The chair's own act, and for good (PRT-135, PRT-136). */
export function EndVenture({ venture }: { venture: Pick<VentureItem, "reference" | "name" | "revision"> }) {
  const router = useRouter();
  const end = async () => {
    const { reference, revision } = venture;
    const result = await updateVentureAction({ reference, revision, lifecycle: "ended" });
    if (!result.ok) return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
    notify.done({ title: `${venture.name} has ended` });
    router.refresh();
    return null;
  };
  return (
    <Confirm
      danger
      trigger={<Button tone="danger">End the venture…</Button>}
      title={`End ${venture.name}?`}
      consequence="It stays as it is from then on: it cannot be changed or begun again. Its escalations stay open, and its allocation is no longer summed."
      act="End the venture"
      onConfirm={end}
    />
  );
}
