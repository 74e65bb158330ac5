// A language model for tests: an OpenAI-compatible endpoint on loopback that answers as it is told, or not at all.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type StubRequest = {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly tools?: unknown;
  };
};

export type ModelStub = {
  readonly url: string;
  readonly requests: StubRequest[];
  /** How the next requests are answered. */
  readonly answerWith: (answer: (response: ServerResponse, request: StubRequest) => void) => void;
  readonly stop: () => Promise<void>;
};

/** A chat completion with this text. */
export function complete(text: string): (response: ServerResponse) => void {
  return (response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ choices: [{ index: 0, message: { role: "assistant", content: text } }] }));
  };
}

export async function startModelStub(): Promise<ModelStub> {
  const requests: StubRequest[] = [];
  let answer: Parameters<ModelStub["answerWith"]>[0] = (response) => response.end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      const seen = { url: request.url ?? "", authorization: request.headers.authorization, body };
      requests.push(seen);
      answer(response, seen);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/`,
    requests,
    answerWith: (next) => {
      answer = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
