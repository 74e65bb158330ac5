import { signOut } from "next-auth/react";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";

/** Ends the session (recorded by the sign-out event) and leaves by a full load, so that nothing of it stays in memory. */
export async function leave(): Promise<void> {
  try {
    await signOut({ redirect: false });
    window.location.assign(paths.signIn());
  } catch {
    notify.refused({ title: "You are still signed in", detail: "The server could not be reached; try again." });
  }
}
