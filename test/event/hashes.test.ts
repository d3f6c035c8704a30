import { expect, test } from "vitest";
import { normalise } from "../../src/event/index.ts";

test.each([
  { fields: { Hashes: "MD5=AB,SHA256=CD" }, name: "md5", value: "AB", because: "rules ask for md5" },
  { fields: { Hashes: "MD5=AB,SHA256=CD" }, name: "sha256", value: "CD", because: "rules ask for sha256" },
  {
    fields: { Hashes: "sha1=ab, imphash=ef" },
    name: "Imphash",
    value: "ef",
    because: "neither case nor a space matter",
  },
  { fields: { Hash: "SHA1=AB" }, name: "sha1", value: "AB", because: "Sysmon 15 has Hash" },
  { fields: { Hashes: "MD5=AB" }, name: "Hashes", value: "MD5=AB", because: "the whole stays" },
  { fields: { Hashes: "MD5=AB", md5: "CD" }, name: "md5", value: "CD", because: "what is there stays" },
  { fields: { Hashes: "AB" }, name: "md5", value: undefined, because: "which hash this is, is not said" },
])("$fields gives $name $value: $because", ({ fields, name, value }) => {
  expect(normalise({ Channel: "Microsoft-Windows-Sysmon/Operational", EventID: 7, ...fields }).field(name)?.[0]).toBe(
    value,
  );
});
