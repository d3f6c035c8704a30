import { type ASTNode, type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from "graphql";
import { limits } from "./limits.ts";

/** What is measured of an operation before it runs. */
export type Measure = "depth" | "breadth" | "complexity";

/** How much of it one operation may have. */
export const most: Readonly<Record<Measure, number>> = {
  depth: limits.depth,
  breadth: limits.breadth,
  complexity: limits.cost,
};

/** The refusal of an operation that asks for too much. */
export const tooComplex = (
  measure: Measure,
  measured: Readonly<Record<Measure, number>>,
  nodes: readonly ASTNode[],
): GraphQLError =>
  new GraphQLError(
    `the ${measure} of the query is ${measured[measure]}, the limit is ${most[measure]}: ask for less at once`,
    { nodes, extensions: { code: "QUERY_TOO_COMPLEX", [measure]: measured[measure], limit: most[measure] } },
  );

/** The document without its other operations: measured is what runs, not what stands first. */
export const withOnly = (operation: OperationDefinitionNode, { definitions }: DocumentNode): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
});
