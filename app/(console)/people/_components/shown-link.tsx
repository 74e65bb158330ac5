"use client";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { useCopy } from "@/lib/client/use-copy";

/** The link of an invitation, the only time it is seen. */
export function ShownLink({ path, expiresAt, name }: { path: string; expiresAt: string; name: string }) {
  const link = `${window.location.origin}${path}`;
  const { copy, isCopied } = useCopy();
  return (
    <div className="rounded-md border border-line-strong bg-raised px-4 py-4">
      <p className="font-medium">{`Give this link to ${name}`}</p>
      <p className="mt-1 text-sm text-ink-muted">
        It is shown only now, opens once, and ends <Instant at={expiresAt} as="deadline" />. Whoever has it can set the
        password: send it to nobody else.
      </p>
      <p className="mt-3 rounded-sm bg-sunken px-3 py-2 font-mono text-xs break-all select-all">{link}</p>
      <Button tone="primary" className="mt-3 max-md:w-full" onClick={() => void copy(link)}>
        {isCopied ? "Copied" : "Copy the link"}
      </Button>
    </div>
  );
}
