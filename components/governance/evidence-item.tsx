import type { Evidence } from "@/lib/governance/registry/schema";

/** A link as http(s) only, opened apart; a text as it was written. */
export function EvidenceItem({ item }: { item: Evidence }) {
  if (item.kind === "text") return <span className="whitespace-pre-wrap">{item.text}</span>;
  return (
    <a href={item.url} rel="noopener noreferrer nofollow" target="_blank" className="link">
      {item.label ?? item.url}
    </a>
  );
}
