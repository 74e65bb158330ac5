import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["h-5", "h-5", "h-64", "h-5", "h-10", "h-5"];

/** The decision page's own shape, so that nothing moves when it comes. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="h-5 w-96 max-w-full" />
      <Skeleton className="mt-2 h-9 w-[34rem] max-w-full" />
      <Skeleton className="mt-2 h-5 w-[28rem] max-w-full" />
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="border-t border-line pt-4 lg:col-start-2">
          <Skeleton className="h-5 w-56" />
          <Skeleton className="mt-2 h-3 w-full" />
          <Skeleton className="mt-4 h-12 w-full" />
        </div>
        <div className="lg:col-start-1 lg:row-start-1">
          {ROWS.map((height, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <div key={index} className="grid gap-x-6 border-t border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]">
              <Skeleton className="h-4 w-24" />
              <Skeleton className={`w-full ${height}`} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
