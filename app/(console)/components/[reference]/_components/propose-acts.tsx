import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { ComponentView } from "@/lib/governance/portfolio/schema";
import type { ProposalKind } from "@/lib/governance/voting/schema";

/** What the reader may propose about it; nothing about a retired one. */
export function ProposeActs({
  component: { reference: component, status },
  mayPropose,
}: {
  component: ComponentView;
  mayPropose: readonly ProposalKind[];
}) {
  if (status === "retired") return null;
  const act = status === "paused" ? "resume" : "pause";
  const links = [
    {
      kind: "emergency",
      label: `Propose to ${act}`,
      href: paths.proposals.create({ kind: "emergency", component, act }),
    },
    {
      kind: "trust_adjustment",
      label: "Propose another trust level",
      href: paths.proposals.create({ kind: "trust_adjustment", component }),
    },
    {
      kind: "overlay_update",
      label: "Propose a change",
      href: paths.proposals.create({ kind: "overlay_update", component }),
    },
  ] as const;
  return links
    .filter(({ kind }) => mayPropose.includes(kind))
    .map(({ kind, label, href }) => (
      <LinkButton key={kind} href={href}>
        {label}
      </LinkButton>
    ));
}
