import { cn } from "@/components/ui/class-names";

/** The why-sentence of a result, from the deciding function itself; shown live while the vote is open. */
export function WhyLine({ sentence, className }: { sentence: string; className?: string }) {
  return <p className={cn("max-w-read font-serif text-base text-ink", className)}>{sentence}</p>;
}
