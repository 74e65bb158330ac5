import Link from "next/link";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { joinList, plural, sentenceCase } from "@/lib/format/words";
import type { Home } from "@/lib/governance/dashboard/schema";
import { ModelStatus } from "@/lib/governance/registry/schema";

/** Nobody has to answer for what is decommissioned. */
const OWNERLESS = paths.models.list({
  owner: "none",
  status: ModelStatus.options.filter((status) => status !== "decommissioned"),
});

type Reason = NonNullable<Home["setUp"]>[number];

/** What is amiss, and where it is set right. */
export function setUpLine(reason: Reason): { words: string; href: string } {
  const total = Number(reason.facts.total ?? 0);
  switch (reason.code) {
    case "dashboard.seats_vacant": {
      const roles = Array.isArray(reason.facts.roles) ? reason.facts.roles : [];
      const named = joinList(roles.map((role) => sentenceCase(String(role)).toLowerCase()));
      return {
        words: `${plural(total, "required seat is vacant", "required seats are vacant")}: ${named}`,
        href: paths.board.overview(),
      };
    }
    case "dashboard.models_without_owner":
      return { words: plural(total, "model has no owner", "models have no owner"), href: OWNERLESS };
    case "dashboard.invitations_lapsed":
      return {
        words: plural(total, "invitation ran out unused", "invitations ran out unused"),
        href: paths.people.list(),
      };
    default:
      return {
        words: plural(total, "mail was not delivered", "mails were not delivered"),
        href: paths.notifications(),
      };
  }
}

/** What an admin has to set right. */
export function SetUpList({ setUp }: { setUp: readonly Reason[] }) {
  if (setUp.length === 0) return null;
  return (
    <Section title="To set up" rule={false}>
      <ul className="border-t border-line">
        {setUp.map((reason) => {
          const { words, href } = setUpLine(reason);
          return (
            <li key={reason.code} className="border-b border-line">
              <Link href={href} className="flex min-h-10 items-center py-1.5 font-medium hover:text-accent">
                {words}
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
