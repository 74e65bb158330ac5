"use client";
import { Check, CircleAlert, Clock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { plural } from "@/lib/format/words";
import type { DraftDesk } from "./use-draft";

/** Whether what is typed is safe with the server. */
export function SaveLine({ desk, problems }: { desk: DraftDesk; problems: number }) {
  const { state, view } = desk;
  return (
    <div role="status" className="text-sm">
      {state.kind === "waiting" ? (
        <p className="flex items-center gap-1.5 text-ink-muted">
          <Clock aria-hidden className="size-4" /> Saving…
        </p>
      ) : null}
      {state.kind === "saved" ? (
        <p className="flex items-center gap-1.5 text-ink-muted">
          <Check aria-hidden className="size-4" />
          {view.updatedAt === null ? (
            "Saved while you type"
          ) : (
            <span>
              Saved <Instant at={view.updatedAt} as="dayTime" />
              {problems === 0 ? "" : `, except ${plural(problems, "field that needs", "fields that need")} mending`}
            </span>
          )}
        </p>
      ) : null}
      {state.kind === "refused" ? (
        <p className="flex items-start gap-1.5 text-rejected">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            Not saved: {state.title}. {state.detail}. What you typed stays in this tab.
          </span>
        </p>
      ) : null}
      {state.kind === "changed" ? <Changed desk={desk} /> : null}
    </div>
  );
}

function Changed({ desk }: { desk: DraftDesk }) {
  const { state, settle } = desk;
  if (state.kind !== "changed") return null;
  const { theirs } = state;
  if (theirs === null) {
    return (
      <p className="text-rejected">Somebody else changed it. Reload the page: what you typed stays in this tab.</p>
    );
  }
  return (
    <div className="rounded-md border border-rejected bg-rejected-soft px-3 py-2">
      <p className="font-medium">
        Not saved: {theirs.updatedBy?.name ?? "somebody else"} changed it{" "}
        {theirs.updatedAt === null ? "" : <Instant at={theirs.updatedAt} as="dayTime" />}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => settle(theirs, "theirs")}>
          Show theirs, drop mine
        </Button>
        <Button size="small" onClick={() => settle(theirs, "mine")}>
          Save mine over it
        </Button>
      </div>
    </div>
  );
}
