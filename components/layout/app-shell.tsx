"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ClockProvider } from "@/components/ui/instant";
import { PLACES, type Place, paths } from "@/lib/client/paths";
import { BottomBar } from "./bottom-bar";
import { type CommandItem, CommandMenuProvider, useCommandMenu } from "./command-menu";
import { NotificationBell, type NotificationItem } from "./notification-bell";
import { type PlaceCounts, Rail } from "./rail";
import { type ShellPerson, UserMenu } from "./user-menu";

const footStyle =
  "flex h-9 w-full items-center gap-3 rounded-md px-2.5 text-sm text-ink-muted transition-colors hover:bg-line/50 hover:text-ink max-lg:justify-center";
const topStyle = "inline-flex size-11 items-center justify-center text-ink-muted";

type ShellProps = {
  organization: string;
  person: ShellPerson;
  /** The organisation's time zone and the database's clock at this request. */
  zone: string;
  now: Date | string;
  places?: readonly Place[];
  counts?: PlaceCounts;
  notifications: readonly NotificationItem[];
  readAllNotifications?: () => Promise<unknown>;
  signOut: () => Promise<unknown>;
  /** Acts offered in the command menu besides the places. */
  commands?: readonly CommandItem[];
  /** A line above everything, such as the demo note. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every page behind sign-in. */
export function AppShell({ places = PLACES, counts = {}, commands = [], ...props }: ShellProps) {
  const going = places.map((place) => ({ id: `go-${place.id}`, label: place.label, group: "Go to", href: place.href }));
  return (
    <ClockProvider now={props.now} zone={props.zone}>
      <CommandMenuProvider items={[...commands, ...going]}>
        <a
          href="#main"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
        >
          Skip to the content
        </a>
        <div className="min-h-dvh md:grid md:grid-cols-[3.75rem_minmax(0,1fr)] lg:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
          <Rail organization={props.organization} places={places} counts={counts} foot={<RailFoot {...props} />} />
          <div className="min-w-0">
            <PhoneTop {...props} />
            {props.banner}
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto max-w-[76rem] px-4 pt-5 pb-[calc(var(--bottom-bar)+var(--action-bar)+2rem)] outline-none md:px-8 md:pt-8 lg:px-10"
            >
              {props.children}
            </main>
          </div>
        </div>
        <BottomBar places={places} counts={counts} />
      </CommandMenuProvider>
    </ClockProvider>
  );
}

function RailFoot({ notifications, readAllNotifications, person, signOut }: Omit<ShellProps, "places">) {
  const open = useCommandMenu();
  return (
    <>
      <button type="button" onClick={open} className={footStyle} title="Go to or do (Ctrl K)">
        <Search aria-hidden className="size-[1.125rem]" strokeWidth={1.75} />
        <span className="whitespace-nowrap max-lg:sr-only">Go to or do</span>
        <kbd className="ml-auto font-mono text-xs whitespace-nowrap max-lg:hidden">Ctrl K</kbd>
      </button>
      <NotificationBell items={notifications} onReadAll={readAllNotifications} className={footStyle} label />
      <UserMenu person={person} signOut={signOut} className={footStyle} label />
    </>
  );
}

function PhoneTop({ organization, notifications, readAllNotifications, person, signOut }: Omit<ShellProps, "places">) {
  const open = useCommandMenu();
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center border-b border-line bg-paper pr-1 pl-4 md:hidden print:hidden">
      <Link href={paths.home()} className="min-w-0 flex-1 truncate font-semibold">
        {organization}
      </Link>
      <button type="button" onClick={open} className={topStyle} aria-label="Go to or do">
        <Search aria-hidden className="size-[1.125rem]" strokeWidth={1.75} />
      </button>
      <NotificationBell items={notifications} onReadAll={readAllNotifications} className={topStyle} />
      <UserMenu person={person} signOut={signOut} className={topStyle} />
    </header>
  );
}
