import { expect, test } from "vitest";
import { lintText } from "./lintText.ts";

const global = `action: global
title: Archive Tool With a Password.
status: test
description: An archive is made with a password, as before data leave the house.
references:
  - https://example.org/archives
author: An author
date: 2026-05-04
tags:
  - attack.collection
level: medium
falsepositives:
  - Unknown
`;
const rule = `id: 8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11
logsource:
  product: windows
  category: process_creation
detection:
  selection:
    Image|contains: '*7z*'
  condition: selection
`;

const blamed = (text: string): readonly string[] =>
  lintText(text).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);

test("what is wrong in a global document is blamed there, the rest in the rule", () => {
  expect(blamed(`${global}---\n${rule}`)).toEqual([
    "title-ends-with-dot: Archive Tool With a Password.",
    "redundant-wildcard: '*7z*'",
  ]);
});

test("a repeated document is blamed where it changes the rule", () => {
  const first = `${global.replace("action: global\n", "").replace(".\nstatus", "\nstatus")}${rule.replaceAll("*7z*", "7z")}`;
  const second = "action: repeat\nid: 9a7afa56-4762-43eb-807d-c3dc9ffe211b\ntitle: Second\nlevel: low\nnmae: x\n";
  expect(blamed(`${first}---\n${second}`)).toEqual(["misspelt-key: nmae", "duplicate-detection: detection"]);
});
