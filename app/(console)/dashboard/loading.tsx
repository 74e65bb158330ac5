import { DashboardSkeleton } from "./_components/dashboard-skeleton";

export default function Loading() {
  return <DashboardSkeleton />;
}
