"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { shortDigest } from "@/lib/format/words";
import { cn } from "./class-names";

/** A digest or a reference, short for the eye and whole for the clipboard. */
export function CopyDigest({
  value,
  what = "digest",
  whole = false,
  className,
}: {
  value: string;
  what?: string;
  whole?: boolean;
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    } catch {
      window.prompt(`Copy the ${what}`, value);
    }
  };
  return (
    <button
      type="button"
      onClick={copy}
      title={`${value} (press to copy)`}
      aria-label={`${whole ? value : shortDigest(value)}, copy the ${what}`}
      className={cn(
        "inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm px-1 -mx-1 text-left font-mono text-[0.92em] text-ink-muted hover:bg-sunken hover:text-ink print:!inline",
        className,
      )}
    >
      <span className={cn(whole && "break-all")}>{whole ? value : shortDigest(value)}</span>
      {copied ? (
        <Check aria-hidden className="size-3 shrink-0" />
      ) : (
        <Copy aria-hidden className="size-3 shrink-0 opacity-60 print:hidden" />
      )}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
