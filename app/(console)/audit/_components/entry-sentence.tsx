const MARKED = /(`[^`]*`|\b[A-Z]{2,3}-[0-9A-Z]{5,}\b)/u;

/** The sentence of an entry: what stands in backticks there is shown as code, and a reference stays on one line. */
export function EntrySentence({ sentence }: { sentence: string }) {
  return (
    <>
      {sentence.split(MARKED).map((part, index) => {
        if (index % 2 === 0) return part;
        return part.startsWith("`") ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
          <code key={index} className="font-mono text-[0.92em]">
            {part.slice(1, -1)}
          </code>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
          <span key={index} className="whitespace-nowrap">
            {part}
          </span>
        );
      })}
    </>
  );
}
