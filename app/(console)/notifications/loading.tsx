import { SkeletonPage } from "@/components/ui/skeleton";

export default function NotificationsLoading() {
  return <SkeletonPage />;
}
