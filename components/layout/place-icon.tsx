import {
  BookOpenText,
  Boxes,
  FileCheck2,
  House,
  Inbox,
  Landmark,
  ListChecks,
  type LucideIcon,
  Network,
  Puzzle,
  ScrollText,
  Settings,
  ShieldCheck,
  Users,
  Vote,
} from "lucide-react";
import type { Place } from "@/lib/client/paths";

const ICONS: Record<Place["id"], LucideIcon> = {
  home: House,
  votes: Vote,
  queue: Inbox,
  models: Boxes,
  components: Puzzle,
  portfolio: Network,
  actions: ListChecks,
  board: Landmark,
  charter: BookOpenText,
  policies: ShieldCheck,
  grants: FileCheck2,
  audit: ScrollText,
  people: Users,
  settings: Settings,
};

export function PlaceIcon({ id }: { id: Place["id"] }) {
  const Icon = ICONS[id];
  return <Icon aria-hidden className="size-[1.125rem] shrink-0" strokeWidth={1.75} />;
}
