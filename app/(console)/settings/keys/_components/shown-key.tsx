"use client";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { useCopy } from "@/lib/client/use-copy";

/** The whole key, the only time it is seen. */
export function ShownKey({ apiKey, expiresAt, onDone }: { apiKey: string; expiresAt: string; onDone: () => void }) {
  const { copy, isCopied } = useCopy();
  return (
    <div className="space-y-4">
      <p>
        It is shown only now: copy it to where it is needed. It ends <Instant at={expiresAt} as="day" />.
      </p>
      <p className="rounded-sm border border-line bg-sunken px-3 py-2 font-mono text-xs break-all select-all">
        {apiKey}
      </p>
      <p className="text-sm text-ink-muted">
        Send it in the header <code className="font-mono text-[0.92em]">Authorization: Bearer …</code>, never in an
        address.
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>I have it</Button>
        <Button tone="primary" onClick={() => void copy(apiKey)}>
          {isCopied ? "Copied" : "Copy the key"}
        </Button>
      </div>
    </div>
  );
}
