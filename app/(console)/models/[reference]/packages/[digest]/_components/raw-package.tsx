"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatBytes } from "@/lib/format/number";

const BYTES = "max-h-96 overflow-auto rounded-sm bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap";

type Verdict = "unchecked" | "same" | "different" | "unavailable";

const WORDS: Record<Exclude<Verdict, "unchecked">, string> = {
  same: "Worked out here: the digest of these bytes is the one above.",
  different: "Worked out here: these bytes have another digest. The package was changed.",
  unavailable: "This browser works out digests only over https. Download the file and use sha256sum.",
};

async function check(canonical: string, digest: string): Promise<Verdict> {
  if (globalThis.crypto?.subtle === undefined) return "unavailable";
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex === digest ? "same" : "different";
}

/** The exact bytes that the digest is of: to read, to keep, and to check here and now. */
export function RawPackage({ canonical, digest, fileName }: { canonical: string; digest: string; fileName: string }) {
  const [verdict, setVerdict] = useState<Verdict>("unchecked");
  const download = () => {
    const url = URL.createObjectURL(new Blob([canonical], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  };
  return (
    <div>
      <div data-screen-only className="flex flex-wrap gap-2">
        <Button onClick={download}>
          <Download aria-hidden />
          Download the canonical JSON
        </Button>
        <Button onClick={async () => setVerdict(await check(canonical, digest))}>Check the digest here</Button>
      </div>
      <p
        role="status"
        className={verdict === "different" ? "mt-2 text-sm font-medium text-rejected" : "mt-2 text-sm text-ink-muted"}
      >
        {verdict === "unchecked" ? "" : WORDS[verdict]}
      </p>
      <Disclosure summary={`Canonical JSON, ${formatBytes(new TextEncoder().encode(canonical).length)}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className={BYTES}>
          {canonical}
        </pre>
      </Disclosure>
    </div>
  );
}
