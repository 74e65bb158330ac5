"use client";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/input";

/** One end of a span of days; applies as soon as the day is whole. */
export function DateFilter({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label
      className={cn(
        "flex h-9 items-center gap-2 rounded-md text-sm text-ink-muted max-md:h-11",
        "focus-within:text-ink",
      )}
    >
      <span className="max-md:w-10">{label}</span>
      <input
        key={value}
        type="date"
        name={name}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className={cn(controlStyle, "h-full md:w-36", value !== "" && "border-accent bg-accent-soft")}
      />
    </label>
  );
}
