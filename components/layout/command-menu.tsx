"use client";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from "react";
import { overlayStyle } from "@/components/ui/dialog";
import { useShortcut } from "./use-shortcut";

/** Something that can be gone to (`href`) or done (`run`). */
export type CommandItem = {
  id: string;
  label: string;
  group: string;
  href?: string;
  run?: () => void;
  keys?: string;
  words?: string;
};

type Registry = { open: () => void; register: (owner: string, items: readonly CommandItem[] | null) => void };
const RegistryContext = createContext<Registry | null>(null);

/** Adds a page's own acts to the menu for as long as the page is shown. Keep `items` stable with useMemo. */
export function useCommands(items: readonly CommandItem[]): void {
  const registry = useContext(RegistryContext);
  const owner = useId();
  useEffect(() => {
    registry?.register(owner, items);
    return () => registry?.register(owner, null);
  }, [registry, owner, items]);
}

export function useCommandMenu(): () => void {
  return useContext(RegistryContext)?.open ?? (() => {});
}

function Items({ items, onChoose }: { items: readonly CommandItem[]; onChoose: (item: CommandItem) => void }) {
  return [...new Set(items.map((item) => item.group))].map((group) => (
    <Command.Group
      key={group}
      heading={group}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-muted"
    >
      {items
        .filter((item) => item.group === group)
        .map((item) => (
          <Command.Item
            key={item.id}
            value={`${item.label} ${item.id}`}
            keywords={item.words === undefined ? undefined : [item.words]}
            onSelect={() => onChoose(item)}
            className="flex min-h-9 items-center justify-between gap-4 rounded-sm px-3 data-[selected=true]:bg-line/60 max-md:min-h-11"
          >
            {item.label}
            {item.keys === undefined ? null : <kbd className="font-mono text-xs text-ink-muted">{item.keys}</kbd>}
          </Command.Item>
        ))}
    </Command.Group>
  ));
}

/** Ctrl K or Cmd K from anywhere below it. */
export function CommandMenuProvider({ items, children }: { items: readonly CommandItem[]; children: ReactNode }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [registered, setRegistered] = useState<Readonly<Record<string, readonly CommandItem[]>>>({});
  const registry = useMemo<Registry>(
    () => ({
      open: () => setOpen(true),
      register: (owner, added) =>
        setRegistered(({ [owner]: _gone, ...others }) => (added === null ? others : { ...others, [owner]: added })),
    }),
    [],
  );
  useShortcut("mod+k", () => setOpen((open) => !open), { everywhere: true });
  const choose = (item: CommandItem) => {
    setOpen(false);
    item.run?.();
    if (item.href !== undefined) router.push(item.href);
  };
  return (
    <RegistryContext value={registry}>
      {children}
      <Dialog.Root open={isOpen} onOpenChange={setOpen}>
        <Dialog.Portal>
          <Dialog.Overlay className={overlayStyle} />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-x-4 top-[10vh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-md border border-line bg-raised shadow-overlay"
          >
            <Dialog.Title className="sr-only">Go to or do</Dialog.Title>
            <Command label="Commands" loop>
              <div className="flex items-center gap-3 border-b border-line px-4">
                <Search aria-hidden className="size-4 shrink-0 text-ink-muted" />
                <Command.Input
                  placeholder="Go to a place or do something"
                  className="h-12 w-full bg-transparent text-base outline-none"
                />
              </div>
              <Command.List className="max-h-[50vh] overflow-y-auto p-1">
                <Command.Empty className="px-3 py-6 text-center text-ink-muted">Nothing is called that.</Command.Empty>
                <Items items={[...Object.values(registered).flat(), ...items]} onChoose={choose} />
              </Command.List>
            </Command>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </RegistryContext>
  );
}
