"use client";
import { Entrance } from "@/components/layout/entrance";
import { Button } from "@/components/ui/button";

/** When the frame of a page itself cannot be prepared, as while the database is away. */
export default function FrameError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <Entrance
      title="The page could not be prepared"
      lead="Nothing was changed. The database may be away for a moment: try again, and tell an admin if it stays."
    >
      <Button tone="primary" onClick={() => retry()}>
        Try again
      </Button>
    </Entrance>
  );
}
