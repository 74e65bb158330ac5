import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";

/** What belongs to attention besides the queue itself. */
export function AttentionLinks() {
  return <LinkButton href={paths.escalations.silences()}>Silences</LinkButton>;
}
