import { expect, test } from "vitest";
import { encodeBase64 } from "../../src/std/index.ts";

// RFC 4648, section 10.
test.each([
  { text: "", encoded: "" },
  { text: "f", encoded: "Zg==" },
  { text: "fo", encoded: "Zm8=" },
  { text: "foo", encoded: "Zm9v" },
  { text: "foob", encoded: "Zm9vYg==" },
  { text: "fooba", encoded: "Zm9vYmE=" },
  { text: "foobar", encoded: "Zm9vYmFy" },
])("$text is $encoded", ({ text, encoded }) => {
  expect(encodeBase64([...Buffer.from(text)])).toBe(encoded);
});

test("every byte is encoded as Node does it", () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});
