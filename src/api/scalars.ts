import { Kind, type ValueNode, valueFromASTUntyped } from "graphql";
import { builder, type JsonValue } from "./builder.ts";
import { clientError } from "./errors.ts";

const isoWithZone = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/;

function parseDateTime(value: unknown, node?: ValueNode): Date {
  const date = typeof value === "string" && isoWithZone.test(value) ? new Date(value) : undefined;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw clientError(
    "BAD_USER_INPUT",
    `${JSON.stringify(value)} is not a time: write ISO 8601 with a zone, 2026-01-31T08:00:00Z`,
    node,
  );
}

function parseBigInt(value: unknown, node?: ValueNode): bigint {
  if ((typeof value === "string" && /^-?\d{1,19}$/.test(value)) || Number.isSafeInteger(value)) {
    return BigInt(value as string | number);
  }
  throw clientError("BAD_USER_INPUT", `${JSON.stringify(value)} is not an integer`, node);
}

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined;

builder.scalarType("DateTime", {
  description: "An instant: ISO 8601 with a zone, milliseconds at most. Answers are in UTC.",
  serialize: (date) => date.toISOString(),
  parseValue: (value) => parseDateTime(value),
  parseLiteral: (node) => parseDateTime(literal(node), node),
});

builder.scalarType("BigInt", {
  description: "An integer of 64 bits, written as a string of digits.",
  serialize: (value) => value.toString(),
  parseValue: (value) => parseBigInt(value),
  parseLiteral: (node) => parseBigInt(literal(node), node),
});

builder.scalarType("JSON", {
  description: "Any JSON value.",
  serialize: (value) => value,
  parseValue: (value) => value as JsonValue,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables) as JsonValue,
});
