import { SkeletonPage } from "@/components/ui/skeleton";

export default function ComponentLoading() {
  return <SkeletonPage />;
}
