import Link from "next/link";

export default function Forbidden() {
  return (
    <main className="mx-auto max-w-md px-6 py-24">
      <h1 className="text-xl">Your roles do not open this page</h1>
      <p className="mt-3 text-ink-muted">An admin can give you a role that does. Your attempt changed nothing.</p>
      <Link className="mt-6 inline-block text-accent underline" href="/">
        Back to your home
      </Link>
    </main>
  );
}
