"use client";
import { FileSpreadsheet } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { FormProblem, type Refused } from "@/components/ui/field";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { useFileChosenEarly } from "@/lib/client/use-file-chosen-early";
import { formatBytes } from "@/lib/format/number";
import { uploadImportAction } from "../actions";

const LARGEST_BYTES = 20 * 1024 * 1024;

/** A file that need not travel to be refused. */
function refuseAtOnce(file: File): Refused | null {
  if (file.size === 0) {
    return {
      title: "The file is empty",
      detail: `“${file.name}” holds no bytes at all.`,
      hint: "Export the inventory again and look whether it opens in a spreadsheet.",
    };
  }
  if (file.size > LARGEST_BYTES) {
    return {
      title: "The file is too large",
      detail: `“${file.name}” has ${formatBytes(file.size)}; an import takes at most 20 MiB.`,
      hint: "Split the inventory into several files with the same header row and source name.",
    };
  }
  return null;
}

/** Takes a CSV file by dropping, by the button or by keyboard; nothing is imported by it. */
export function DropZone() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const upload = useAction(uploadImportAction, {
    onDone: ({ reference }) => router.push(paths.models.importReport(reference)),
  });
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    upload.clear();
    const problem = refuseAtOnce(chosen);
    setRefused(problem);
    if (problem !== null) return;
    const content = await chosen.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
    if (content === null) setRefused(UNREADABLE);
    else await upload.run({ fileName: chosen.name, content });
  };
  useFileChosenEarly(input, (chosen) => void take(chosen));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const problem = refused ?? upload.problem;
  return (
    <div className="space-y-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the button is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-center gap-3 rounded-md border-2 border-dashed border-line-strong px-6 py-12 text-center transition-colors",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        <FileSpreadsheet aria-hidden className="size-8 text-ink-muted" strokeWidth={1.5} />
        <p className="font-medium">Drop a CSV file here</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-label="Inventory file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button tone="primary" pending={upload.pending} onClick={() => input.current?.click()}>
          {upload.pending ? `Reading ${file?.name ?? "the file"}…` : "Choose a file"}
        </Button>
        <p className="max-w-read text-sm text-ink-muted">
          Any columns, with a header row; UTF-8 or Windows-1252; at most 20 MiB. You see what will happen before
          anything is written.
        </p>
      </div>
      <FormProblem problem={problem} />
    </div>
  );
}

const UNREADABLE: Refused = {
  title: "The file could not be read",
  detail: "It was moved, changed or locked after it was chosen.",
  hint: "Close it in other programs and choose it again.",
};
