import { cn } from "./class-names";

export function Separator({ className }: { className?: string }) {
  return <hr className={cn("my-6 border-t border-line", className)} />;
}
