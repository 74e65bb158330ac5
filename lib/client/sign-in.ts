// Answers "how does the browser sign in?": asks the server and says in words what came back. A success leaves by a full
// load, so that nothing of the page before stays in memory.
import { signIn } from "next-auth/react";

export type SignInProblem = { readonly title: string; readonly detail: string };

/** Signs in and goes to `to`; resolves with what went wrong, or with null while the next page loads. */
export async function enter(
  by: "password" | "demo",
  given: Readonly<Record<string, string>>,
  to: string,
): Promise<SignInProblem | null> {
  const answer = await signIn(by, { ...given, redirect: false }).catch(() => undefined);
  if (answer?.ok && !answer.error) {
    window.location.assign(to);
    return null;
  }
  return explainSignIn(answer?.error ?? "unreachable");
}

/** What the framework's error code means here; it also comes back in the address of the page. */
export function explainSignIn(code: string): SignInProblem {
  const seconds = /^throttled:(\d{1,6})$/u.exec(code)?.[1];
  if (seconds !== undefined) {
    const minutes = Math.max(1, Math.ceil(Number(seconds) / 60));
    return {
      title: "Too many tries",
      detail: `Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again. A lost password is replaced by an admin.`,
    };
  }
  if (code === "CredentialsSignin") {
    return { title: "That did not match", detail: "Check the e-mail and the password, and try again." };
  }
  if (code === "AccessDenied") {
    return {
      title: "You are not a member here",
      detail: "Single sign-on worked, but this address is unknown or not verified. Ask an admin for an invitation.",
    };
  }
  return { title: "Signing in did not work", detail: "The server could not answer. Try again in a moment." };
}
