"use client";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/input";

/** One end of a span of days; applies as soon as the day is whole. */
export function DateFilter({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="flex h-9 items-center gap-2 text-sm text-ink-muted focus-within:text-ink max-md:col-span-2 max-md:h-11">
      <span className="max-md:w-10">{label}</span>
      <input
        key={value}
        type="date"
        name={name}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className={cn(
          controlStyle,
          "h-full min-w-0 flex-1 md:w-36 md:flex-none",
          value !== "" && "border-accent bg-accent-soft",
        )}
      />
    </label>
  );
}
