import { Disclosure } from "@/components/ui/disclosure";
import { paths } from "@/lib/client/paths";

const link = "underline underline-offset-2 hover:text-accent";

/** The one command, and what has to be kept elsewhere for its answer to be worth something. */
export function VerifyHelp({ publicKey, mayIncludePersonal }: { publicKey: string; mayIncludePersonal: boolean }) {
  const command = `node audit-verify.mjs audit-log.jsonl --public-key ${publicKey}`;
  return (
    <Disclosure summary="Verify it yourself, without trusting this installation" className="mb-6">
      <ol className="max-w-read list-decimal space-y-2 pl-5 text-sm">
        <li>
          Download the{" "}
          <a href={paths.audit.export()} download className={link}>
            export
          </a>
          {mayIncludePersonal ? (
            <>
              , or the one{" "}
              <a href={paths.audit.export({ personal: "include" })} download className={link}>
                with personal data
              </a>
            </>
          ) : null}
          . Taking it is itself an entry, the last one in the file.
        </li>
        <li>
          Download the{" "}
          <a href={paths.audit.verifier()} download className={link}>
            verifier
          </a>
          : one file that needs Node and nothing else, neither this server nor a network.
        </li>
        <li>
          Run it beside the export, under the name you gave that:
          <pre className="mt-1.5 rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap select-all [overflow-wrap:anywhere]">
            {command}
          </pre>
        </li>
        <li>
          Keep the key and every checkpoint away from this installation. With{" "}
          <code className="font-mono">--checkpoint</code> an older one proves that nothing before it was cut or
          rewritten; without one, whoever holds the signing key could have signed another history.
        </li>
      </ol>
    </Disclosure>
  );
}
