import { SkeletonPage } from "@/components/ui/skeleton";

export default function PeopleLoading() {
  return <SkeletonPage />;
}
