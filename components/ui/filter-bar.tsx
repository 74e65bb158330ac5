"use client";
import { Search, SlidersHorizontal, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, useId, useRef, useState, useTransition } from "react";
import { Button } from "./button";
import { cn } from "./class-names";
import { controlStyle } from "./input";
import type { Option } from "./select";
import { Select } from "./select";

export type Filter = { name: string; label: string; value: string; options: readonly Option[]; any?: string };

/** More of them are folded away on the phone. */
const MOST_UNFOLDED = 4;

/** A GET form: works without script; with it, a changed filter applies at once and the state is in the URL. */
export function FilterBar({
  action,
  search,
  filters,
  hidden = {},
  clearHref,
  filtered = false,
  children,
}: {
  action: string;
  search?: { name: string; value: string; label: string; placeholder?: string };
  filters: readonly Filter[];
  /** kept as they are, such as the sort order */
  hidden?: Readonly<Record<string, string>>;
  clearHref: string;
  /** Whether a control in `children` narrows the list. */
  filtered?: boolean;
  children?: ComponentProps<"div">["children"];
}) {
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = filters.length > MOST_UNFOLDED && !isUnfolded;
  const narrowing = filters.filter((filter) => filter.value !== "").length;
  const isFiltered = filtered || filters.some((filter) => filter.value !== "") || (search?.value ?? "") !== "";
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    if (form.current === null) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) if (value !== "") query.append(name, String(value));
    start(() => router.replace(`${action}${query.size > 0 ? `?${query}` : ""}`, { scroll: false }));
  };
  return (
    <search>
      <form
        ref={form}
        action={action}
        onSubmit={apply}
        aria-busy={pending || undefined}
        className={cn("mb-4 flex flex-wrap items-end gap-2", pending && "opacity-70")}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search === undefined ? null : (
          <div className="relative min-w-48 flex-[1_1_14rem] md:max-w-80">
            <label htmlFor={`${id}-search`} className="sr-only">
              {search.label}
            </label>
            <Search
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-muted"
            />
            <input
              id={`${id}-search`}
              key={search.value}
              type="search"
              name={search.name}
              defaultValue={search.value}
              placeholder={search.placeholder ?? search.label}
              className={cn(controlStyle, "h-9 pl-9 max-md:h-11")}
            />
          </div>
        )}
        {filters.length > MOST_UNFOLDED ? (
          <Button className="h-11 md:hidden" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            <SlidersHorizontal aria-hidden />
            Filters{narrowing === 0 ? "" : ` (${narrowing})`}
          </Button>
        ) : null}
        <div
          className={cn(
            "min-w-0 gap-2 max-md:grid max-md:w-full max-md:grid-cols-2 md:contents",
            isFolded && "max-md:hidden",
          )}
        >
          {filters.map((filter) => (
            <Select
              key={`${filter.name}=${filter.value}`}
              name={filter.name}
              aria-label={filter.label}
              defaultValue={filter.value}
              onChange={() => apply()}
              className={cn(
                "md:w-auto md:max-w-60",
                filter.value !== "" && "[&_select]:border-accent [&_select]:bg-accent-soft",
              )}
            >
              <option value="">{filter.any ?? `${filter.label}: any`}</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          ))}
          {children}
        </div>
        <noscript>
          <Button type="submit">Apply</Button>
        </noscript>
        {isFiltered ? (
          <Link
            href={clearHref}
            className="inline-flex h-9 items-center gap-1.5 px-2 text-ink-muted hover:text-ink max-md:h-11"
          >
            <X aria-hidden className="size-4" />
            Clear
          </Link>
        ) : null}
      </form>
    </search>
  );
}
