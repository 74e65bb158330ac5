import { Skeleton } from "@/components/ui/skeleton";

/** The charts' places, with their heights. */
export function PicturesSkeleton() {
  return (
    <div role="status" aria-label="Loading the charts" className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      {["risk", "bands", "models", "reviews"].map((name) => (
        <div key={name}>
          <Skeleton className="h-5 w-40" />
          <Skeleton className="mt-1.5 h-4 w-72 max-w-full" />
          <Skeleton className="mt-4 h-56 w-full" />
        </div>
      ))}
    </div>
  );
}

/** The home page before its first answer: a sentence, a list, the charts. */
export function DashboardSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="h-9 w-[32rem] max-w-full" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <div className="mt-8 mb-10 border-t border-line">
        {["first", "second", "third"].map((name) => (
          <div key={name} className="flex h-10 items-center gap-4 border-b border-line">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="ml-auto h-4 w-20" />
          </div>
        ))}
      </div>
      <PicturesSkeleton />
    </div>
  );
}
