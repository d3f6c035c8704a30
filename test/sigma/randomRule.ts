import type { Json } from "../../src/std/index.ts";
import { many, pick, type Random } from "./random.ts";
import { randomText } from "./randomText.ts";

/** The document of a rule, as plain data: any shape that Sigma allows, with texts that are hard to write down. */
export function randomRule(next: Random): Json {
  const names = many(1 + next(4), (index) => `${pick(next, ["sel", "_hidden", "filter", "of", "x-1"])}_${index}`);
  const selections = names.map((name) => [name, randomSelection(next, 0)] as const);
  const conditions = many(1 + next(2), () => randomCondition(next, names, 0));
  return {
    title: `T${randomText(next)}`,
    ...Object.fromEntries(optional.filter(() => next(2) === 0).map((key) => [key, randomText(next)])),
    ...(next(2) === 0 ? { references: many(next(3), () => randomText(next)) } : {}),
    ...(next(3) === 0 ? { status: pick(next, ["stable", "test"]), level: pick(next, ["low", "high"]) } : {}),
    ...(next(3) === 0
      ? { related: [{ id: "x", type: "derived" }], tags: ["attack.t1059"], scope: [randomText(next)] }
      : {}),
    ...(next(3) === 0 ? { [`custom ${randomText(next)}`]: [randomText(next), 1, null, { a: randomText(next) }] } : {}),
    logsource: next(3) === 0 ? {} : { product: "windows", definition: randomText(next) },
    detection: {
      ...Object.fromEntries(selections),
      condition: conditions.length === 1 ? (conditions[0] ?? "") : conditions,
    },
  };
}

const optional = ["id", "name", "description", "author", "date", "modified", "license", "taxonomy"];

function randomSelection(next: Random, depth: number): Json {
  switch (next(depth > 2 ? 2 : 4)) {
    case 0:
      return many(1 + next(3), () => `k${randomText(next)}`);
    case 1:
      return Object.fromEntries(many(1 + next(3), (index) => randomItem(next, index)));
    case 2:
      return many(1 + next(3), () => (next(3) === 0 ? `k${randomText(next)}` : randomSelection(next, depth + 1)));
    default:
      return `k${randomText(next)}`;
  }
}

/** Modifiers with values that they take. */
const kinds: readonly (readonly [string, (next: Random) => Json])[] = [
  ["", randomText],
  ["", (next) => pick(next, [4688, 1.5, true, false, null, "", "4688", "true", "null", "0x10"])],
  ["|contains", (next) => `c${randomText(next)}`],
  ["|endswith", (next) => `e${randomText(next)}`],
  ["|startswith|cased", (next) => pick(next, ["True", true, 5, "5", `s${randomText(next)}`])],
  ["|re|i", (next) => pick(next, ["a+b", "^\\\\x$", "[0-9]{2}"])],
  ["|cidr", (next) => pick(next, ["10.0.0.0/8", "fe80::/10"])],
  ["|exists", (next) => pick(next, [true, false, "true"])],
  ["|windash|contains", (next) => pick(next, ["-a", " /b -c"])],
  ["|base64offset|contains", (next) => pick(next, ["foobar", "ä"])],
  ["|gte", (next) => pick(next, [5, -1.5, "7"])],
  ["|neq", (next) => `n${randomText(next)}`],
];

function randomItem(next: Random, index: number): readonly [string, Json] {
  const [modifiers, value] = pick(next, kinds);
  const isSingle = modifiers === "|exists" || next(2) === 0;
  const values = isSingle ? value(next) : many(1 + next(3), () => value(next));
  return [`F${index}${randomText(next).replaceAll("|", "")}${modifiers}`, values];
}

function randomCondition(next: Random, names: readonly string[], depth: number): string {
  switch (next(depth > 2 ? 2 : 6)) {
    case 0:
      return pick(next, names);
    case 1:
      return pick(next, ["1 of them", "all of *", "any of sel*", "1 of _*"]);
    case 2:
      return `not ${randomCondition(next, names, depth + 1)}`;
    case 3:
      return `(${randomCondition(next, names, depth + 1)})`;
    default: {
      const word = pick(next, ["and", "or", "AND"]);
      return many(2 + next(2), () => `(${randomCondition(next, names, depth + 1)})`).join(` ${word} `);
    }
  }
}
