import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";

/** What the desk has besides its list: the papers of all open votes, and the figures. */
export function DeskLinks() {
  return (
    <>
      <LinkButton href={paths.proposals.pack()}>Board pack</LinkButton>
      <LinkButton href={paths.proposals.metrics()}>Figures</LinkButton>
    </>
  );
}
