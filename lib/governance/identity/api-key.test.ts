import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatApiKey, parseApiKey } from "./api-key.ts";

const CROCKFORD = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const BASE64URL = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"];
const publicIds = fc
  .array(fc.constantFrom(...CROCKFORD), { minLength: 10, maxLength: 10 })
  .map((parts) => parts.join(""));
const secrets = fc
  .array(fc.constantFrom(...BASE64URL), { minLength: 43, maxLength: 43 })
  .map((parts) => parts.join(""));

describe("the form of a key", () => {
  test("[ORG-123] what is written is read back", () => {
    fc.assert(
      fc.property(publicIds, secrets, (publicId, secret) => {
        expect(parseApiKey(formatApiKey(publicId, secret))).toEqual({ publicId, secret });
      }),
    );
  });

  test("[ORG-123] one changed character is noticed without a look-up", () => {
    fc.assert(
      fc.property(publicIds, secrets, fc.nat(), fc.constantFrom(...BASE64URL), (publicId, secret, place, other) => {
        const key = formatApiKey(publicId, secret);
        const index = place % key.length;
        fc.pre(key[index] !== other);
        expect(parseApiKey(`${key.slice(0, index)}${other}${key.slice(index + 1)}`)).toBeNull();
      }),
    );
  });
});
