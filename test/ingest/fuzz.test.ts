import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { normalise } from "../../src/event/index.ts";
import { decodeBody } from "../../src/ingest/index.ts";

const parts = [
  '{"a":1}',
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  ",",
  ":",
  "\n",
  "\r\n",
  " ",
  "null",
  "-1e5",
  "12345678901234567890",
  "é",
  "😀",
];
const shapes = [
  '{"Event":{"System":',
  '{"winlog":',
  '{"EventID":',
  '{"id":1,"record":',
  '"EventData":{"Data":[{"@Name":',
  '"Channel":',
];

test("no bytes make decoding or normalising throw, and every event is counted once", async () => {
  const random = seeded(7);
  for (let round = 0; round < 3_000; round++) {
    const decoded = await decodeBody(randomBody(random), { contentType: ["", "application/x-ndjson"][random(2)] });
    if (decoded.kind === "refused") continue;
    const indices = [...decoded.records, ...decoded.rejections].map(({ index }) => index).sort((a, b) => a - b);
    expect(indices).toEqual(indices.map((_, position) => position));
    for (const { text, record, logsource } of decoded.records) {
      expect(JSON.parse(text)).toBeTypeOf("object");
      normalise(record, logsource);
    }
  }
});

function randomBody(random: (below: number) => number): Buffer {
  const pieces = Array.from({ length: random(24) }, () => {
    const kind = random(12);
    if (kind === 0) return Buffer.of(random(256));
    const words = kind < 4 ? shapes : parts;
    return Buffer.from(words[random(words.length)] ?? "");
  });
  const body = Buffer.concat(pieces);
  return random(10) === 0 ? gzipSync(body).subarray(0, random(60)) : body;
}

/** A small generator of its own, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
