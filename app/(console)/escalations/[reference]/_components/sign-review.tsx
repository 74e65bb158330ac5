"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { notify } from "@/components/ui/toast";
import { signReviewAction } from "../../actions";

/** Signs exactly what was read: the digest says which text that was. */
export function SignReview({ reference, digest }: { reference: string; digest: string }) {
  const router = useRouter();
  const sign = async () => {
    const result = await signReviewAction({ reference, digest });
    router.refresh();
    if (!result.ok) return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
    notify.done({ title: "The review is signed" });
    return null;
  };
  return (
    <Confirm
      trigger={<Button tone="primary">Sign the review</Button>}
      title="Sign this review?"
      consequence="Your signature stands beside its digest. The review is on record as it is and is not rewritten."
      act="Sign it"
      onConfirm={sign}
    />
  );
}
