import Markdown from "react-markdown";
import { cn } from "./class-names";

/** Only addresses a browser may follow; everything else loses its link and keeps its words. */
function safeAddress(address: string): string {
  return /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : "";
}

const ALLOWED = [
  "p",
  "em",
  "strong",
  "del",
  "ul",
  "ol",
  "li",
  "blockquote",
  "code",
  "pre",
  "a",
  "h1",
  "h2",
  "h3",
  "h4",
  "hr",
  "br",
];

/** What people wrote, as text with structure: no raw HTML, no pictures, links http(s) only, headings below the page's own. */
export function MarkdownText({
  children,
  serif = false,
  className,
}: {
  children: string;
  serif?: boolean;
  className?: string;
}) {
  return (
    <div className={cn("max-w-read space-y-3 text-base break-words", serif && "font-serif", className)}>
      <Markdown
        skipHtml
        unwrapDisallowed
        allowedElements={ALLOWED}
        urlTransform={safeAddress}
        components={{
          a: ({ href, children: words }) =>
            href ? (
              <a href={href} rel="noopener noreferrer nofollow" target="_blank" className="link">
                {words}
              </a>
            ) : (
              <span>{words}</span>
            ),
          h1: ({ children: words }) => <h3 className="font-semibold">{words}</h3>,
          h2: ({ children: words }) => <h3 className="font-semibold">{words}</h3>,
          h3: ({ children: words }) => <h4 className="font-semibold">{words}</h4>,
          h4: ({ children: words }) => <h5 className="font-semibold">{words}</h5>,
          ul: ({ children: words }) => <ul className="list-disc space-y-1 pl-5">{words}</ul>,
          ol: ({ children: words, start }) => (
            <ol start={start} className="list-decimal space-y-1 pl-5">
              {words}
            </ol>
          ),
          blockquote: ({ children: words }) => (
            <blockquote className="border-l-2 border-line-strong pl-3 text-ink-muted">{words}</blockquote>
          ),
          code: ({ children: words }) => (
            <code className="rounded-sm bg-sunken px-1 font-mono text-[0.88em]">{words}</code>
          ),
          pre: ({ children: words }) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <pre tabIndex={0} className="scroll-x rounded-sm bg-sunken p-3 text-sm">
              {words}
            </pre>
          ),
          hr: () => <hr className="border-line" />,
        }}
      >
        {children}
      </Markdown>
    </div>
  );
}
