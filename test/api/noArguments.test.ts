import { graphqlSync, GraphQLInt, GraphQLObjectType, GraphQLSchema } from "graphql";
import { expect, test } from "vitest";
import "../../src/api/noArguments.ts";

/** The arguments that the resolvers of some fields were given, in the order of the query. */
function argumentsOf(query: string): readonly unknown[] {
  const given: unknown[] = [];
  const resolve = (_: unknown, args: object) => {
    given.push(args);
    return 1;
  };
  const fields = {
    plain: { type: GraphQLInt, resolve },
    limited: { type: GraphQLInt, args: { first: { type: GraphQLInt, defaultValue: 10 } }, resolve },
    free: { type: GraphQLInt, args: { first: { type: GraphQLInt } }, resolve },
  };
  graphqlSync({
    schema: new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields }) }),
    source: query,
  });
  return given;
}

test("fields that take no arguments share one empty object, which nobody can change", () => {
  const [one, other] = argumentsOf("{ plain again: plain }");
  expect(one).toEqual({});
  expect(one).toBe(other);
  expect(Object.isFrozen(one)).toBe(true);
});

test.each([
  { query: "{ limited }", args: { first: 10 }, because: "it has a default" },
  { query: "{ limited(first: 3) }", args: { first: 3 }, because: "it is given" },
  { query: "{ free }", args: {}, because: "it is absent" },
])("the arguments of $query are $args: $because", ({ query, args }) => {
  expect(argumentsOf(query)).toEqual([args]);
});
