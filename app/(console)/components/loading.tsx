import { SkeletonPage } from "@/components/ui/skeleton";

export default function ComponentsLoading() {
  return <SkeletonPage />;
}
