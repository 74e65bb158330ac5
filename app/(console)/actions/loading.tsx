import { SkeletonPage } from "@/components/ui/skeleton";

export default function ActionsLoading() {
  return <SkeletonPage />;
}
