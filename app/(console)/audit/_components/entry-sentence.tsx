/** The sentence of an entry; what stands in backticks there is shown as code. */
export function EntrySentence({ sentence }: { sentence: string }) {
  const parts = sentence.split("`");
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 && index < parts.length - 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
          <code key={index} className="font-mono text-[0.92em]">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}
