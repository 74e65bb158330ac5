"use client";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

export function SingleSignOn({ name, to }: { name: string; to: string }) {
  const [pending, setPending] = useState(false);
  return (
    <>
      <Button
        size="large"
        className="w-full"
        pending={pending}
        onClick={() => {
          setPending(true);
          void signIn("oidc", { callbackUrl: to });
        }}
      >
        {`Continue with ${name}`}
      </Button>
      <p className="my-5 flex items-center gap-3 text-xs text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or with a password
      </p>
    </>
  );
}
