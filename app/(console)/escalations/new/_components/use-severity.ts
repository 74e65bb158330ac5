// Asks what raising it would mean while it is typed, a moment after the last key; an older answer never replaces a newer one.
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { RaisePreview } from "@/lib/governance/escalations/view";
import { previewAction } from "../../actions";
import { type RaiseValues, toRaise } from "./raise-values";

const PAUSE_MS = 250;

export type Preview = z.infer<typeof RaisePreview>;

/** null until there is a title; while a field says something that cannot be, what held before is shown as old. */
export function useSeverity(values: RaiseValues): { readonly preview: Preview | null; readonly isStale: boolean } {
  const [answer, setAnswer] = useState<{ readonly of: RaiseValues; readonly preview: Preview | null } | null>(null);
  useEffect(() => {
    if (values.title.trim() === "") {
      setAnswer(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await previewAction(toRaise(values)).catch(() => null);
      if (isCurrent && result?.ok) setAnswer({ of: values, preview: result.value });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [values]);
  return { preview: answer?.preview ?? null, isStale: answer !== null && answer.of !== values };
}
