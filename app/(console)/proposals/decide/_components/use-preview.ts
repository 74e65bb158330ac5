"use client";
import { useEffect, useState } from "react";
import type { ChairDecisionKind } from "@/lib/governance/voting/schema";
import type { ChairDecisionPreview } from "@/lib/governance/voting/view";
import { previewChairDecisionAction } from "../../actions";

/** What would become of it, asked anew whenever the kind or the model is another; the last answer until then. */
export function usePreview(
  first: ChairDecisionPreview,
  { kind, model }: { kind: ChairDecisionKind; model: string },
): ChairDecisionPreview {
  const [preview, setPreview] = useState(first);
  useEffect(() => {
    let isCurrent = true;
    const about = model === "" ? {} : { model };
    void previewChairDecisionAction({ kind, ...about }).then(
      (result) => {
        if (isCurrent && result.ok) setPreview(result.value);
      },
      // Out of reach: the act itself is judged again by the server.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [kind, model]);
  return preview;
}
