import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withEnvironment } from "../testing/environment.ts";
import { markPeerAddresses, PEER_HEADER } from "./peer-address.ts";
import { addressOf } from "./throttle.ts";

const SURROUNDINGS = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  NEXTAUTH_SECRET: "x".repeat(32),
  GAVEL_AUDIT_KEY: "A".repeat(64),
};
let server: Server;

beforeAll(async () => {
  markPeerAddresses();
  server = createServer((request, response) => response.end(String(request.headers[PEER_HEADER])));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test("[ORG-126] every request is marked with the address of its connection, whatever it claims", async () => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { [PEER_HEADER]: "203.0.113.9" } });
  expect(await answer.text()).toBe("127.0.0.1");
});

test.each([
  {
    name: "a client that claims another",
    forwarded: "203.0.113.9",
    peer: "198.51.100.1",
    proxies: 0,
    is: "198.51.100.1",
  },
  { name: "one proxy", forwarded: "198.51.100.7", peer: "10.0.0.1", proxies: 1, is: "198.51.100.7" },
  {
    name: "a claim in front of one proxy",
    forwarded: "203.0.113.9, 198.51.100.7",
    peer: "10.0.0.1",
    proxies: 1,
    is: "198.51.100.7",
  },
  {
    name: "two proxies",
    forwarded: "203.0.113.9, 198.51.100.7, 10.0.0.2",
    peer: "10.0.0.1",
    proxies: 2,
    is: "198.51.100.7",
  },
  { name: "fewer hops than proxies", forwarded: null, peer: "198.51.100.7", proxies: 2, is: "198.51.100.7" },
  { name: "IPv4 on an IPv6 socket", forwarded: null, peer: "::ffff:198.51.100.7", proxies: 0, is: "198.51.100.7" },
  { name: "IPv6", forwarded: null, peer: "2001:db8::7", proxies: 0, is: "2001:db8::7" },
  { name: "no address at all", forwarded: "x".repeat(5_000), peer: null, proxies: 1, is: "local" },
])("[ORG-126] $name: $is", async ({ forwarded, peer, proxies, is }) => {
  const headers = new Headers();
  if (forwarded !== null) headers.set("x-forwarded-for", forwarded);
  if (peer !== null) headers.set(PEER_HEADER, peer);
  const given = { ...SURROUNDINGS, TRUSTED_PROXIES: String(proxies) };
  expect(await withEnvironment(given, async () => addressOf(headers))).toBe(is);
});
