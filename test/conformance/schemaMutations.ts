import type { Json } from "../../src/std/index.ts";
import type { Kind } from "./schemas.ts";

/** A document with one thing in it changed. */
export interface Mutation {
  readonly kind: Kind;
  /** Where, such as `related.0.id`. */
  readonly path: string;
  /** What stands there now; undefined if it is gone. */
  readonly value: Json | undefined;
  readonly document: Json;
}

/** What the specification says about every kind of document. */
const metadata = {
  title: "T",
  id: "0e95725d-7320-415d-80f7-004da920fc11",
  related: [{ id: "0e95725d-7320-415d-80f7-004da920fc12", type: "derived" }],
  name: "n",
  status: "test",
  description: "d",
  license: "MIT",
  references: ["https://example.org"],
  author: "a",
  date: "2024-01-02",
  modified: "2024-01-03",
  tags: ["attack.t1059"],
  taxonomy: "sigma",
  scope: ["server"],
  fields: ["F"],
  falsepositives: ["None"],
  level: "high",
};

/** A document of each kind that has everything its schema knows. */
export const fullDocuments: Readonly<Record<Kind, Json>> = {
  rule: {
    ...metadata,
    logsource: { category: "c", product: "p", service: "s", definition: "d" },
    detection: { selection: { A: "b" }, condition: "selection" },
  },
  filter: {
    ...metadata,
    logsource: { category: "c", product: "p", service: "s" },
    filter: { rules: ["r1"], selection: { A: "b" }, condition: "not selection" },
  },
  correlation: {
    ...metadata,
    correlation: {
      type: "value_count",
      rules: ["r1", "r2"],
      aliases: { a: { r1: "f" } },
      "group-by": ["a"],
      timespan: "15m",
      condition: { field: "f", gte: 5 },
    },
    generate: true,
  },
};

/** One of everything: most of it is wrong anywhere. */
const values: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  5,
  "text",
  "",
  [],
  ["ab"],
  ["ab", "ab"],
  [5],
  {},
  { a: "b" },
  "x".repeat(300),
];

/** Every value in every place. */
export const mutationsOf = (kind: Kind): readonly Mutation[] =>
  pathsIn(fullDocuments[kind]).flatMap((path) =>
    values.map((value) => ({
      kind,
      path: path.join("."),
      value,
      document: replaced(fullDocuments[kind], path, value) ?? null,
    })),
  );

const membersOf = (value: Json): readonly (readonly [string, Json])[] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

const pathsIn = (value: Json): readonly (readonly string[])[] =>
  membersOf(value).flatMap(([key, member]) => [[key], ...pathsIn(member).map((path) => [key, ...path])]);

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json | undefined): Json | undefined {
  if (key === undefined) return by;
  const members = membersOf(value).flatMap(([name, member]) => {
    const next = name === key ? replaced(member, rest, by) : member;
    return next === undefined ? [] : [[name, next] as const];
  });
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
}
