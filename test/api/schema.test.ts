import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { expect, test } from "vitest";
import { schema } from "../../src/api/index.ts";

/** A thing that a reader of the schema can stop at. */
interface Thing {
  readonly name: string;
  readonly description: string | null | undefined;
  /** Of fields and arguments. */
  readonly type?: GraphQLType;
}

const thingsOf = (of: GraphQLSchema): Thing[] =>
  Object.values(of.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [{ name: type.name, description: type.description }, ...partsOf(type)]);

function partsOf(type: GraphQLNamedType): Thing[] {
  const within = ({ name, ...rest }: Thing) => ({ ...rest, name: `${type.name}.${name}` });
  if (isEnumType(type)) {
    return type.getValues().map(({ name, description }) => within({ name, description }));
  }
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(thingOf).map(within);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields())
    .flatMap((field) => [thingOf(field), ...field.args.map((argument) => argumentOf(field.name, argument))])
    .map(within);
}

const thingOf = ({ name, description, type }: Required<Thing>): Required<Thing> => ({ name, description, type });
const argumentOf = (field: string, argument: GraphQLArgument) => ({
  ...thingOf(argument),
  name: `${field}(${argument.name})`,
});

const undescribed = (of: GraphQLSchema) =>
  thingsOf(of)
    .filter(({ description }) => !description)
    .map(({ name }) => name);

const withoutFullStop = (of: GraphQLSchema) =>
  thingsOf(of)
    .filter(({ description }) => description && !/[^\s.]\.$/.test(description))
    .map(({ name }) => name);

const ofAnyShape = (of: GraphQLSchema) =>
  thingsOf(of)
    .filter(({ type }) => type && getNamedType(type).name === "JSON")
    .map(({ name }) => name);

test("everything in the schema is described", () => {
  expect(undescribed(schema)).toEqual([]);
});

test("every description ends with a full stop", () => {
  expect(withoutFullStop(schema)).toEqual([]);
});

/** Where `JSON` is what it is: a record has the shape that its sender gave it. */
const records = ["EventInput.record", "Query.explainRecord(record)"];

test("nothing but a record is of any shape", () => {
  expect(ofAnyShape(schema).toSorted()).toEqual(records);
});

const described = (part: string) => `"It is there." ${part}`;

test.each([
  { part: `type Thing { "It." a: Int }`, missing: ["Thing"], because: "types count" },
  { part: described("type Thing { a: Int }"), missing: ["Thing.a"], because: "fields count" },
  { part: described(`type Thing { "It." a(b: Int): Int }`), missing: ["Thing.a(b)"], because: "arguments count" },
  {
    part: described(`interface Thing { "It." a: Int b: Int }`),
    missing: ["Thing.b"],
    because: "interfaces are looked into",
  },
  { part: described("input Thing { a: Int }"), missing: ["Thing.a"], because: "input fields count" },
  { part: described(`enum Thing { "It." A B }`), missing: ["Thing.B"], because: "enum values count" },
  { part: "scalar Thing", missing: ["Thing"], because: "scalars of our own count" },
  { part: described(`type Thing { "" a: Int }`), missing: ["Thing.a"], because: "an empty description is none" },
])("what has no description is found: $because", ({ part, missing }) => {
  expect(undescribed(buildSchema(part))).toEqual(missing);
});

test.each([
  { text: "Counted from 1", wrong: ["Thing"], because: "there is none" },
  { text: "And so on...", wrong: ["Thing"], because: "an ellipsis is none" },
  { text: "Counted from 1. ", wrong: ["Thing"], because: "it is the last character" },
  { text: "Such as `T1048`.", wrong: [], because: "code may stand before it" },
])("the full stop of '$text' is judged: $because", ({ text, wrong }) => {
  expect(withoutFullStop(buildSchema(`"${text}" scalar Thing`))).toEqual(wrong);
});

test("JSON is found in lists and arguments", () => {
  const planted = buildSchema("scalar JSON type Thing { a: [JSON!]! b(c: JSON): Int }");
  expect(ofAnyShape(planted)).toEqual(["Thing.a", "Thing.b(c)"]);
});
