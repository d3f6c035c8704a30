import { Kind, type ValueNode, valueFromASTUntyped } from "graphql";
import { type Duration, parseDuration } from "../std/index.ts";
import { builder, type JsonValue } from "./builder.ts";
import { clientError } from "./errors.ts";

const isoWithZone = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/;

function readDateTime(value: unknown): Date | undefined {
  const date = typeof value === "string" && isoWithZone.test(value) ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

function parseDateTime(value: unknown, node?: ValueNode): Date {
  const date = readDateTime(value);
  if (date) return date;
  throw clientError(
    "BAD_USER_INPUT",
    `${JSON.stringify(value)} is not a time: write ISO 8601 with a zone, 2026-01-31T08:00:00Z`,
    node,
  );
}

function parseTimeOrSpan(value: unknown, node?: ValueNode): Date | Duration {
  const read = readDateTime(value) ?? readDuration(value);
  if (read) return read;
  throw clientError(
    "BAD_USER_INPUT",
    `${JSON.stringify(value)} is no time: write ISO 8601, with a zone as in 2026-01-31T08:00:00Z, or from now as in -PT24H`,
    node,
  );
}

const readDuration = (value: unknown): Duration | undefined =>
  typeof value === "string" ? parseDuration(value) : undefined;

function parseSpan(value: unknown, node?: ValueNode): Duration {
  const duration = readDuration(value);
  if (duration) return duration;
  throw clientError("BAD_USER_INPUT", `${JSON.stringify(value)} is no duration: write ISO 8601, PT24H or P7D`, node);
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

builder.scalarType("DateTimeOrDuration", {
  description:
    "An instant as in `DateTime`, or a duration of ISO 8601 from the time of the request: `-PT24H` is a day ago, `-P7D` a week.",
  parseValue: (value) => parseTimeOrSpan(value),
  parseLiteral: (node) => parseTimeOrSpan(literal(node), node),
});

builder.scalarType("Duration", {
  description: "A span of time: ISO 8601, such as `PT24H` or `P7D`.",
  serialize: ({ text }) => text,
  parseValue: (value) => parseSpan(value),
  parseLiteral: (node) => parseSpan(literal(node), node),
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
