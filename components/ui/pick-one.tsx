"use client";
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cn } from "./class-names";
import { controlStyle } from "./input";
import { Select } from "./select";

/** `value` is what is sent; `label` what the reader knows it by. */
export type PickOption = { readonly value: string; readonly label: string; readonly note?: string };
/** Those that fit; null when the search is refused. Given once, outside of any component. */
export type FindOptions<Option extends PickOption = PickOption> = (q: string) => Promise<readonly Option[] | null>;

type Control = Pick<ComponentProps<"input">, "id" | "autoFocus" | "aria-describedby"> & { "aria-invalid"?: boolean };
type PickProps<Option extends PickOption> = Control & {
  name: string;
  value: string;
  onValue: (value: string, option: Option | null) => void;
  options: readonly Option[];
  /** Where the options given are not all of them. */
  find?: FindOptions<Option>;
  placeholder: string;
};

const FEW = 12;
const SHOWN = 50;
const PAUSE_MS = 200;

/** One of many: the platform's own list while it is short, and one that is searched by typing where it is long. */
export function PickOne<Option extends PickOption>(props: PickProps<Option>) {
  const { options, find, onValue, placeholder, value, ...control } = props;
  if (options.length > FEW || find !== undefined) return <SearchedPick {...props} />;
  return (
    <Select
      {...control}
      value={value}
      placeholder={placeholder}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value) ?? null;
        onValue(event.target.value, chosen);
      }}
      options={options.map((option) => ({ value: option.value, label: say(option) }))}
    />
  );
}

const say = ({ label, note }: PickOption) => (note === undefined ? label : `${label} (${note})`);
const fits = (option: PickOption, q: string) => say(option).toLowerCase().includes(q.toLowerCase());

function SearchedPick<Option extends PickOption>({
  name,
  value,
  onValue,
  options,
  find,
  placeholder,
  ...control
}: PickProps<Option>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const known = useFound(typed, options, find);
  const chosen = known.find((option) => option.value === value) ?? null;
  const isOpen = typed !== null;
  const shown = isOpen ? known.filter((option) => typed === "" || fits(option, typed)).slice(0, SHOWN) : [];
  const choose = (option: Option) => {
    onValue(option.value, option);
    setTyped(null);
  };
  const move = (to: number) => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) setTyped("");
      else if (shown.length > 0) move((at + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      if (shown[at] !== undefined) choose(shown[at]);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <div className="relative">
      <input
        {...control}
        name={name}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && shown[at] !== undefined ? `${listId}-${at}` : undefined}
        placeholder={placeholder}
        className={cn(controlStyle, "h-9 max-md:h-11")}
        value={typed ?? (chosen === null ? "" : say(chosen))}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          if (event.target.value === "") onValue("", null);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setTyped(typed ?? "")}
        onBlur={() => setTyped(null)}
        onKeyDown={press}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={placeholder}
        hidden={!isOpen}
        className="absolute inset-x-0 z-20 mt-1 max-h-64 overflow-y-auto rounded-md border border-line-strong bg-raised py-1 shadow-overlay"
      >
        {shown.map((option, index) => (
          <div
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus, which would close the list under the pointer.
            onPointerDown={(event) => {
              event.preventDefault();
              choose(option);
            }}
            className={cn("px-3 py-1.5 max-md:py-2.5", index === at && "bg-accent-soft")}
          >
            {option.label}
            {option.note === undefined ? null : <span className="text-ink-muted"> · {option.note}</span>}
          </div>
        ))}
        {isOpen && shown.length === 0 ? <div className="px-3 py-1.5 text-ink-muted">Nothing fits</div> : null}
      </div>
    </div>
  );
}

/** The options given, with those that a search brought. */
function useFound<Option extends PickOption>(
  q: string | null,
  options: readonly Option[],
  find: FindOptions<Option> | undefined,
) {
  const [found, setFound] = useState<readonly Option[]>([]);
  useEffect(() => {
    if (find === undefined || q === null || q.trim() === "") return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const fitting = await find(q.trim());
      if (!isCurrent || fitting === null) return;
      setFound((before) => [...before, ...fitting.filter((one) => before.every((old) => old.value !== one.value))]);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q, find]);
  const given = new Set(options.map((option) => option.value));
  return [...options, ...found.filter((option) => !given.has(option.value))];
}
