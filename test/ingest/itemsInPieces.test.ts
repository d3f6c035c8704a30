import { expect, test } from "vitest";
import { decodeText } from "../../src/ingest/decodeText.ts";
import { chooseFormat } from "../../src/ingest/formats.ts";
import { itemsInPieces } from "../../src/ingest/itemsInPieces.ts";
import { many, pick, random } from "../sigma/random.ts";

const line = (text: string) => `{"message":"${text.padEnd(900, "x")}"}`;
/** More than three pieces of them. */
const lines = many(120, (i) => line(`${i}`));
const bom = Buffer.of(0xef, 0xbb, 0xbf);
/** With bytes that are not UTF-8, and a mark of UTF-8 that is not at the beginning. */
const damaged = Buffer.concat([
  Buffer.from(lines.join("\n")),
  Buffer.of(0x0a, 0xe2, 0x0a),
  bom,
  Buffer.from(line("last")),
]);

const wholeItems = (body: Buffer, mediaType: string) => {
  const text = decodeText(body);
  const format = chooseFormat(text, mediaType);
  return { name: format.name, items: [...format.items(text)] };
};

test.each([
  { body: lines.join("\n"), because: "lines" },
  { body: `\n \r\n${lines.join("\r\n\r\n")}\n\n`, because: "blank ones count as lines" },
  { body: Buffer.concat([bom, Buffer.from(lines.join("\n"))]), because: "the mark at the beginning is no part of it" },
  { body: lines.with(60, '{"broken":').join("\n"), because: "what is broken is so at its line" },
  { body: lines.with(90, `${line("a")}${line("b")}`).join("\n"), because: "two on a line have columns" },
  { body: lines.with(40, line("é漢🦊".repeat(20_000))).join("\n"), because: "a line may be longer than a piece" },
  { body: damaged, because: "damage stays where it is" },
])("a body is read in pieces as it is as a whole: $because", ({ body }) => {
  const bytes = Buffer.from(body);
  expect([...(itemsInPieces(bytes) ?? [])]).toEqual(wholeItems(bytes, "").items);
});

test.each([
  { body: `{\n"list":[\n${lines.join(",\n")}]}`, because: "one value on many lines, longer than a piece" },
  { body: `[${lines.join(",\n")}]`, because: "a list" },
  { body: `${line("a")}${line("b")}\n${lines.join("\n")}`, because: "two on the first line" },
  { body: `{"broken":\n${lines.join("\n")}`, because: "a first line that is broken" },
  { body: `${"\n".repeat(70_000)}${lines.join("\n")}`, because: "nothing at all in the first piece" },
  { body: Buffer.from(`\uFEFF${lines.join("\n")}`, "utf16le"), because: "UTF-16" },
  { body: "", because: "nothing" },
])("is read whole: $because", ({ body }) => {
  expect(itemsInPieces(Buffer.from(body))).toBeUndefined();
});

test("random bodies that are read in pieces are lines by any media type, and the same lines", () => {
  const next = random(20261125);
  const parts = ["\n", "\r\n", " ", "{", "}", '{"a":1}', '"', "[", ",", "é", "漢", line("long"), line("漢"), "\u2028"];
  let inPieces = 0;
  for (let round = 0; round < 300; round++) {
    const body = Buffer.from(
      many(next(200), () => pick(next, [...parts, `${line("a")}\n`, `${line("b")}\n`])).join(""),
    );
    const items = itemsInPieces(body);
    if (items === undefined) continue;
    inPieces++;
    const all = [...items];
    for (const mediaType of ["", "application/x-ndjson"]) {
      expect({ name: "ndjson", items: all }).toEqual(wholeItems(body, mediaType));
    }
  }
  expect(inPieces).toBeGreaterThan(30);
});
