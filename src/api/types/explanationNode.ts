import type { Excerpt, Explanation, ExplanationNode, FieldExplanation, HadValue } from "../../engine/index.ts";
import { builder } from "../builder.ts";
import { limits } from "../limits.ts";

/** A node with its place: GraphQL has no trees of any depth. */
type Placed<Node extends ExplanationNode = ExplanationNode> = Node & { readonly depth: number };

type NodeOf<Kind extends ExplanationNode["kind"]> = Placed<Extract<ExplanationNode, { kind: Kind }>>;

/** The nodes of all conditions, each before its parts, so many of them. */
export function flatten({ conditions }: Explanation): { readonly nodes: readonly Placed[]; readonly omitted: number } {
  const nodes = conditions.flatMap((condition) => [...walk(condition, 0)]);
  return {
    nodes: nodes.slice(0, limits.explanationNodes),
    omitted: Math.max(0, nodes.length - limits.explanationNodes),
  };
}

function* walk(node: ExplanationNode, depth: number): Generator<Placed> {
  yield { ...node, depth };
  for (const part of node.parts) yield* walk(part, depth + 1);
}

export const ExplanationNodeRef = builder.interfaceRef<Placed>("ExplanationNode");

ExplanationNodeRef.implement({
  description: "One part of a rule: what it asked, and whether it holds.",
  fields: (t) => ({
    depth: t.exposeInt("depth", { description: "0 for a condition; a node's parts follow it, one deeper." }),
    holds: t.exposeBoolean("holds", { description: "Whether the event fulfils this part." }),
    omitted: t.exposeInt("omitted", { description: "Parts that are not told, because they do not decide." }),
  }),
  resolveType: ({ kind }) => typeNames[kind],
});

const typeNames: Readonly<Record<ExplanationNode["kind"], string>> = {
  and: "ExplainedExpression",
  or: "ExplainedExpression",
  not: "ExplainedExpression",
  quantifier: "ExplainedExpression",
  selection: "ExplainedSelection",
  all: "ExplainedGroup",
  any: "ExplainedGroup",
  item: "ExplainedItem",
  value: "ExplainedValue",
};

const interfaces = [ExplanationNodeRef];

const ExpressionKindEnum = builder.enumType("ExpressionKind", {
  description: "What joins the parts of an expression.",
  values: {
    AND: { value: "and", description: "All parts are needed." },
    OR: { value: "or", description: "One of the parts is enough." },
    NOT: { value: "not", description: "Its one part must not hold." },
    QUANTIFIER: { value: "quantifier", description: "Such as `1 of selection_*`." },
  } as const,
});

const LinkingEnum = builder.enumType("Linking", {
  description: "How many of the parts must hold.",
  values: {
    ANY: { value: "any", description: "One of the parts is enough." },
    ALL: { value: "all", description: "All parts are needed." },
  } as const,
});

builder.objectRef<NodeOf<"and" | "or" | "not" | "quantifier">>("ExplainedExpression").implement({
  description: "A part of a condition.",
  interfaces,
  fields: (t) => ({
    kind: t.expose("kind", { type: ExpressionKindEnum, description: "What joins its parts." }),
    text: t.exposeString("text", { description: "As its author could have written it." }),
  }),
});

builder.objectRef<NodeOf<"selection">>("ExplainedSelection").implement({
  description: "A selection that a condition names.",
  interfaces,
  fields: (t) => ({
    name: t.exposeString("name", { description: "As the rule names it." }),
    isRepeated: t.exposeBoolean("isRepeated", { description: "It was told before; its parts are not told again." }),
  }),
});

builder.objectRef<NodeOf<"all" | "any">>("ExplainedGroup").implement({
  description: "Inside a selection: a map, or a list of them.",
  interfaces,
  fields: (t) => ({
    linking: t.field({ type: LinkingEnum, description: "ALL of a map, ANY of a list.", resolve: ({ kind }) => kind }),
  }),
});

builder.objectRef<NodeOf<"item">>("ExplainedItem").implement({
  description: "A field with its values, or keywords.",
  interfaces,
  fields: (t) => ({
    field: t.string({ nullable: true, description: "Null for keywords.", resolve: ({ field }) => field ?? null }),
    modifiers: t.stringList({
      description: "In the rule's order; none if values are compared as they are.",
      resolve: ({ modifiers }) => [...modifiers],
    }),
    linking: t.expose("linking", { type: LinkingEnum, description: "How many of its values are needed." }),
    negated: t.exposeBoolean("negated", { description: "`neq`: it holds where its values do not." }),
    had: t.field({ type: FieldExplanationRef, description: "What the event has there.", resolve: ({ had }) => had }),
  }),
});

builder.objectRef<NodeOf<"value">>("ExplainedValue").implement({
  description: "One value of an item.",
  interfaces,
  fields: (t) => ({
    pattern: t.field({ type: ExcerptRef, description: "As its author wrote it.", resolve: ({ pattern }) => pattern }),
    foundField: t.string({
      nullable: true,
      description: "The field that a keyword was found in.",
      resolve: ({ found }) => found?.field ?? null,
    }),
    foundValue: t.field({
      type: ExcerptRef,
      nullable: true,
      description: "The event's value that it was found in: the part around it.",
      resolve: ({ found }) => found?.value ?? null,
    }),
    otherField: t.string({
      nullable: true,
      description: "What a `fieldref` compares with.",
      resolve: ({ other }) => other?.field ?? null,
    }),
    otherHad: t.field({
      type: FieldExplanationRef,
      nullable: true,
      description: "What the event has in `otherField`; null where it is.",
      resolve: ({ other }) => other?.had ?? null,
    }),
  }),
});

const ExcerptRef = builder.objectRef<Excerpt>("Excerpt").implement({
  description: "A text, or a part of it where it is long.",
  fields: (t) => ({
    text: t.exposeString("text", { description: "The text, or the part." }),
    length: t.exposeInt("length", { description: "Of the whole, in UTF-16 units." }),
  }),
});

const ScalarTypeEnum = builder.enumType("ScalarType", {
  description: "The JSON type of a value.",
  values: {
    STRING: { value: "string", description: "A text." },
    NUMBER: { value: "number", description: "A number." },
    BOOLEAN: { value: "boolean", description: "True or false." },
    NULL: { value: "null", description: "A null: the field is there and holds nothing." },
  } as const,
});

const HadValueRef = builder.objectRef<HadValue>("HadValue").implement({
  description: "A value that the event has.",
  fields: (t) => ({
    type: t.expose("type", { type: ScalarTypeEnum, description: "What it is in the record." }),
    text: t.exposeString("text", { description: "The beginning, where the value is long." }),
    length: t.exposeInt("length", { description: "Of the whole, in UTF-16 units." }),
  }),
});

const FieldPresenceEnum = builder.enumType("FieldPresence", {
  description: "What is under a field's name.",
  values: {
    ABSENT: { value: "absent", description: "The event has no such field." },
    OBJECT: { value: "object", description: "No value, but fields below: the name is that of an object." },
    VALUES: { value: "values", description: "Values; none of an empty list." },
    EVERYWHERE: { value: "everywhere", description: "Keywords: they are looked for in every field." },
  } as const,
});

const FieldExplanationRef = builder.objectRef<FieldExplanation>("FieldExplanation").implement({
  description: "What the event has under a field's name.",
  fields: (t) => ({
    presence: t.field({ type: FieldPresenceEnum, description: "What there is.", resolve: ({ kind }) => kind }),
    values: t.field({
      type: [HadValueRef],
      description: "Its values, several where the record has a list; none unless `presence` is VALUES.",
      resolve: (field) => (field.kind === "values" ? [...field.values] : []),
    }),
    valuesOmitted: t.int({
      description: "Values beyond those that are told.",
      resolve: (field) => (field.kind === "values" ? field.omitted : 0),
    }),
    fieldsSearched: t.int({
      nullable: true,
      description: "In how many fields keywords were looked for.",
      resolve: (field) => (field.kind === "everywhere" ? field.fields : null),
    }),
  }),
});
