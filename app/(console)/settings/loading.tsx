import { SkeletonPage } from "@/components/ui/skeleton";

export default function SettingsLoading() {
  return <SkeletonPage rows={5} />;
}
