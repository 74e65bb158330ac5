"use client";
import { LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useTransition } from "react";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { paths } from "@/lib/client/paths";
import { toInitials } from "@/lib/format/words";

export type ShellPerson = { name: string; email: string; rolesInWords: string };

const THEMES = [
  { value: "system", label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** `signOut` is a server action. */
export function UserMenu({
  person,
  signOut,
  className,
  label = false,
}: {
  person: ShellPerson;
  signOut: () => Promise<unknown>;
  className?: string;
  label?: boolean;
}) {
  const router = useRouter();
  const { theme = "system", setTheme } = useTheme();
  const [, start] = useTransition();
  return (
    <Menu
      label="Your menu"
      align="start"
      trigger={
        <button type="button" className={className}>
          <span
            aria-hidden
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong text-[10px] font-semibold"
          >
            {toInitials(person.name)}
          </span>
          <span className="sr-only">Your menu, </span>
          <span className={label ? "min-w-0 truncate max-lg:sr-only" : "sr-only"}>{person.name}</span>
        </button>
      }
    >
      <div className="px-2.5 py-1.5">
        <p className="text-sm font-medium">{person.name}</p>
        <p className="text-xs text-ink-muted">{person.email}</p>
        <p className="text-xs text-ink-muted">{person.rolesInWords}</p>
      </div>
      <MenuSeparator />
      <MenuItem onSelect={() => router.push(paths.settings.account())}>
        <UserRound aria-hidden />
        Your account
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Appearance</MenuLabel>
      <MenuChoices value={theme} onValueChange={setTheme} options={THEMES} />
      <MenuSeparator />
      <MenuItem onSelect={() => start(async () => void (await signOut()))}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
