import type { ComponentProps } from "react";
import { cn } from "./class-names";

export const controlStyle =
  "w-full rounded-md border border-line-strong bg-raised px-3 text-base text-ink md:text-sm transition-colors [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-rejected";

/** 16 px on the phone, so that the browser does not zoom into it. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(controlStyle, "h-9 max-md:h-11", className)} {...props} />;
}

/** Grows with its text where the browser can. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(controlStyle, "field-sizing-content min-h-20 py-2 leading-6", className)}
      {...props}
    />
  );
}
