import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlStyle } from "./input";

export type Option = { value: string; label: string; disabled?: boolean };

/** The platform's own select: best on a phone, with a keyboard and with a screen reader. */
export function Select({
  options,
  placeholder,
  className,
  children,
  ...props
}: ComponentProps<"select"> & { options?: readonly Option[]; placeholder?: string }) {
  return (
    <span className={cn("relative block", className)}>
      <select className={cn(controlStyle, "h-9 appearance-none truncate pr-9 max-md:h-11")} {...props}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}
