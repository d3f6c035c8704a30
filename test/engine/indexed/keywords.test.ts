import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match } from "../../../src/engine/index.ts";
import { normalise } from "../../../src/event/index.ts";
import type { JsonObject } from "../../../src/std/index.ts";
import { makeRule } from "../matchRule.ts";

interface Row {
  readonly keywords: string;
  readonly json: string;
  readonly matches: boolean;
  readonly because: string;
}

/** The rule is looked up by A, so that its keywords are asked in its test. */
test.each<Row>([
  { keywords: "k: [needle, pins]", json: '{"A":"a","B":"a NEEDLE"}', matches: true, because: "one stands there" },
  { keywords: "k: [needle, pins]", json: '{"A":"a","B":"hay"}', matches: false, because: "none does" },
  { keywords: "k: [needle, pins]", json: '{"A":"a","needle":"b"}', matches: false, because: "a name is no value" },
  {
    keywords: "k: [needle, pins]",
    json: '{"A":"a","B":"n\\u0065edle"}',
    matches: true,
    because: "an escape stands for it",
  },
  {
    keywords: "k: { '|all': [needle, pins] }",
    json: '{"A":"a","B":"needle","C":"pins"}',
    matches: true,
    because: "both do",
  },
  { keywords: "k: { '|all': [needle, pins] }", json: '{"A":"a","B":"needles"}', matches: false, because: "one does" },
  { keywords: "k: [needle, 4711]", json: '{"A":"a","B":4711}', matches: true, because: "a number has a text" },
  { keywords: "k: [needle, 4711]", json: '{"A":"a","B":47110}', matches: false, because: "it is part of another" },
  {
    keywords: "k: { '|re': 'ne+dle' }",
    json: '{"A":"a","B":"neeedle"}',
    matches: true,
    because: "an expression has no text to look for",
  },
  {
    keywords: "k: { '|re|all': ['ne+dle', 'pins?'] }",
    json: '{"A":"a","B":"pin"}',
    matches: false,
    because: "of two expressions one",
  },
  { keywords: "k: ['*']", json: '{"A":"a"}', matches: true, because: "any value will do" },
])("$keywords in $json: $matches, as $because", ({ keywords, json, matches }) => {
  const rules = [[1, makeRule(`s: { A: a }\n${keywords}\ncondition: s and k`)]] as const;
  const record = JSON.parse(json) as JsonObject;
  for (const event of [normalise(record), normalise(record, undefined, json)]) {
    expect(match(createRuleSet(rules), event)).toEqual(match(createReferenceRuleSet(rules), event));
    expect(match(createRuleSet(rules), event)).toHaveLength(matches ? 1 : 0);
  }
});
