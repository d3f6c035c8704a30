import { ApolloServerErrorCode } from "@apollo/server/errors";
import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { type Measure, most, tooComplex, withOnly } from "../complexity.ts";
import { clientError } from "../errors.ts";
import { limits } from "../limits.ts";
import { schema } from "../schema.ts";

/** A subscription that is within the limits and fits the schema. */
export interface Prepared {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  /** In the points of `limits.cost`: of one event. */
  readonly cost: number;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

type Variables = Record<string, unknown>;

/** What a client sends, not looked at yet. */
export interface LiveRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** Reads a request for a subscription. @throws GraphQLError saying what is wrong with it, the first of several */
export function prepare({ query, operationName, variables }: LiveRequest, introspection: boolean): Prepared {
  if (typeof query !== "string") throw clientError("BAD_USER_INPUT", "`query` is missing: it holds the subscription");
  const isObject = typeof variables === "object" && !Array.isArray(variables);
  if (variables !== undefined && !isObject) throw clientError("BAD_USER_INPUT", "`variables` is an object");
  const document = parseDocument(query);
  const name = typeof operationName === "string" ? operationName : undefined;
  const operation = getOperationAST(document, name);
  if (!operation) throw clientError("BAD_USER_INPUT", "the document has not one operation: name it in `operationName`");
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw clientError(
      "BAD_USER_INPUT",
      `here only subscriptions are answered: send a ${operation.operation} as JSON by POST`,
    );
  }
  const [invalid] = validate(
    schema,
    document,
    introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule],
  );
  if (invalid) throw coded(invalid, ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED);
  const variableValues = (variables ?? {}) as Variables;
  const cost = checkComplexity(document, operation, variableValues);
  return {
    cost,
    schema,
    document,
    operationName: name,
    variableValues,
  };
}

/** Whether a request is one for a subscription, right or wrong. */
export function isSubscription({ query, operationName }: LiveRequest): boolean {
  if (typeof query !== "string") return false;
  try {
    const name = typeof operationName === "string" ? operationName : undefined;
    return getOperationAST(parseDocument(query), name)?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false;
  }
}

function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    throw coded(error, ApolloServerErrorCode.GRAPHQL_PARSE_FAILED);
  }
}

/** An error of graphql's own, with a code that clients can rely on. */
function coded(error: unknown, code: string): unknown {
  if (!(error instanceof GraphQLError) || error.extensions["code"] !== undefined) return error;
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

/** Before it begins: its events would all be refused. @returns what one of them costs */
function checkComplexity(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const measured = measure(withOnly(operation, document), variables);
  const measures: readonly Measure[] = ["depth", "breadth", "complexity"];
  const over = measures.find((one) => measured[one] > most[one]);
  if (over) throw tooComplex(over, measured, [operation]);
  return measured.complexity;
}

function measure(document: DocumentNode, variables: Variables) {
  try {
    return complexityFromQuery(document, { schema, ctx: {}, variables });
  } catch (error) {
    // Variables that do not fit what the operation declares.
    throw coded(error, "BAD_USER_INPUT");
  }
}
