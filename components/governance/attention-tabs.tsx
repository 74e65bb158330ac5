import { PlaceTabs } from "@/components/ui/place-tabs";
import { paths } from "@/lib/client/paths";

const PLACES = [
  { href: paths.escalations.list(), label: "Queue" },
  { href: paths.briefing(), label: "Briefing" },
  { href: paths.budgets(), label: "Budgets" },
  { href: paths.escalations.silences(), label: "Silences" },
  { href: paths.escalations.metrics(), label: "Figures" },
  { href: paths.escalations.rules(), label: "Rules" },
];

/** What belongs to attention, on top of each of its pages. */
export function AttentionTabs() {
  return <PlaceTabs label="Attention" places={PLACES} />;
}
