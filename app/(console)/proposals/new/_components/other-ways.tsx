import Link from "next/link";
import { paths } from "@/lib/client/paths";

/** What else the board is asked, and from where. */
export function OtherWays() {
  return (
    <p className="mt-8 max-w-read border-t border-line pt-4 text-ink-muted">
      Approval of a model is asked for by{" "}
      <Link className="link" href={paths.models.list()}>
        submitting its scorecard
      </Link>
      ; putting a critical model into use, or lifting its suspension, from the model’s own page.
    </p>
  );
}
