"use client";
import { Entrance } from "@/components/layout/entrance";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** The last resort, when the frame itself failed: it stands alone, without fonts, theme or shell. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Gavel</title>
        <Entrance
          title="Something went wrong here"
          lead="Nothing was changed. Try again in a moment; if it stays, an admin finds the cause in the server's log."
        >
          <Button tone="primary" onClick={() => retry()}>
            Try again
          </Button>
        </Entrance>
      </body>
    </html>
  );
}
