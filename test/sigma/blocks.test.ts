import { expect, test } from "vitest";
import { readBlocks } from "../../src/sigma/yaml/blocks/readBlocks.ts";
import { parseChunk } from "../../src/sigma/yaml/parseChunk.ts";
import { splitDocuments } from "../../src/sigma/yaml/splitDocuments.ts";
import { pick, random, type Random } from "./random.ts";

const rule = String.raw`# a comment
title: It's a rule # and another
id: 9a7afa56-4762-43eb-807d-c3dc9ffe211b
description: |
    What it finds:

      # indented: 'text'
    - whatever
author: 'Somebody''s "name"'
date: 2024-01-01
tags:
    - attack.t1059.001
logsource:
    product: windows
    # between
    category: process_creation
detection:
    selection_image:
        - Image|endswith:
              - '\cmd.exe'
              # of old
              - "/sh"
        - OriginalFileName: Cmd.Exe
          'User' : ''
    keywords:
    - one: two
    - '|all':
        - -x
        - a:b#c
        - ..\
        - ?x
    empty:
    number: -0x1F
    other: ~

    condition: >-
        1 of selection_*
        or keywords
falsepositives:
    - Unknown
level: high`;

/** What the reader of blocks gives, and what the parser of YAML gives, for every document of a text that the former reads. */
function readings(text: string): readonly (readonly [unknown, unknown])[] {
  return splitDocuments(text).flatMap((chunk) => {
    const root = readBlocks(text.slice(chunk.start, chunk.end), chunk.start);
    return root ? [[[{ root, problems: [], span: chunk.body }], parseChunk(text, chunk)] as const] : [];
  });
}

const read = (text: string): unknown => readBlocks(text, 0);

test.each([
  { text: rule, because: "it has all forms that are common" },
  { text: `${rule}\n`, because: "it ends with a line break" },
  { text: `---\n${rule}\n---\n${rule}\n...\n`, because: "there are two documents" },
  { text: "  a: b\n  c:\n  - d\n  # e\n", because: "it is indented" },
  { text: "a: b\n  # c\nd: e", because: "the comment belongs to the value, to YAML" },
  { text: "a: b   \n\n\n   \n# c", because: "there are blanks behind it" },
  { text: "a: |+\n\n  b\n\n\nc: |-\n    d\n\n  # e\n", because: "blank lines belong to a block" },
  { text: String.raw`a: "\\b \"c\""`, because: "there are escapes" },
  { text: "a: \u{1F600}", because: "there is a character of two units" },
  { text: "a: 'b'\n'c': \"d\"\n\"e\" : f", because: "keys have quotes too" },
])("is read as the parser reads it: $because", ({ text }) => {
  const found = readings(text);
  expect(found.length).toBeGreaterThan(0);
  for (const [blocks, parsed] of found) expect(blocks).toStrictEqual(parsed);
});

test.each([
  { text: "a: {b: c}", because: "a map in braces" },
  { text: "a: [b, c]", because: "a list in brackets" },
  { text: "a: b\n  c", because: "a scalar of two lines" },
  { text: "a:\n  b", because: "a scalar below its key" },
  { text: "a: 'b\n  c'", because: "quotes over two lines" },
  { text: String.raw`a: "\t"`, because: "an escape" },
  { text: "a: &b c\nd: *b", because: "an alias" },
  { text: "a: !!str 1", because: "a tag" },
  { text: "a: |2\n   b", because: "an indentation in figures" },
  { text: "a: b\r\nc: d", because: "carriage returns" },
  { text: "a:\tb", because: "a tab" },
  { text: "a: \uD83D", because: "half of a character" },
  { text: "a: b\na: c", because: "a key twice, which is a problem" },
  { text: "a: b: c", because: "a mistake" },
  { text: "a: 'b' c", because: "text behind quotes" },
  { text: "a:\n  - b\n   - c\n - d", because: "indentation that is no indentation" },
  { text: "a: ]", because: "a bracket that nothing opened" },
  { text: "- a", because: "a list is no rule" },
  { text: "", because: "there is nothing" },
  { text: Array.from({ length: 40 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"), because: "it is deep" },
])("is left to the parser: $because", ({ text }) => {
  expect(read(text)).toBeUndefined();
});

const pieces = String.raw`: | #|#|- |-|'|"|>|  |    |x|''|:|? |&a |*a|!!str |[|]|{|}|\|~|0x1|...|---|key: |'k': |%|@|`
  .split("|")
  .concat(
    "|",
    String.raw`"\\"`,
    String.raw`\"`,
    "\u{1F600}",
    "\uFEFF",
    "\u2028",
    "\u3000",
    "|-\n",
    ">+\n",
    "\n",
    "\n\n",
    "\n# c\n",
    "\n    # c\n",
    "\n- ",
    "\n  - ",
    "\n---\n",
    "\t",
    "\u00a0",
  );

/** Some lines of the rule with some changes. */
function mutate(next: Random): string {
  const lines = rule.split("\n");
  const first = next(lines.length);
  let text = lines.slice(first, first + 3 + next(20)).join("\n");
  for (let times = 1 + next(3); times > 0; times--) {
    const at = next(text.length + 1);
    const put = [pick(next, pieces), "", text.slice(next(text.length + 1)).slice(0, next(40))][next(3)] ?? "";
    text = text.slice(0, at) + put + text.slice(at + next(6));
  }
  return text;
}

/** `FUZZ_INPUTS=100000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 3_000);

test(`${inputs} mutations are read as the parser reads them, or not at all`, { timeout: 600_000 }, () => {
  let count = 0;
  for (let seed = 1; seed <= inputs; seed++) {
    for (const [blocks, parsed] of readings(mutate(random(seed)))) {
      count++;
      expect(blocks).toStrictEqual(parsed);
    }
  }
  expect(count).toBeGreaterThan(inputs / 20);
});
