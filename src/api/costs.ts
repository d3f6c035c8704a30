import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextWillSendResponse,
} from "@apollo/server";
import { complexityFromQuery } from "@pothos/plugin-complexity";
import { GraphQLError } from "graphql";
import type { Taken } from "../access/index.ts";
import { withOnly } from "./complexity.ts";
import type { ApiContext } from "./context.ts";
import type { ErrorCode } from "./errors.ts";

/** What an operation asks for, in the points of `limits.cost`. */
function costOf({
  document,
  operation,
  schema,
  request,
  contextValue,
}: GraphQLRequestContextDidResolveOperation<ApiContext>): number {
  // Which one to run is not said: executing it will say so, too.
  if (operation === undefined) return 1;
  try {
    const { complexity } = complexityFromQuery(withOnly(operation, document), {
      schema,
      ctx: contextValue,
      variables: { ...request.variables },
    });
    return Math.max(1, complexity);
  } catch {
    // Variables that do not fit: executing it will say so.
    return 1;
  }
}

/** Takes an operation's cost from its key's points, and says in every answer what it cost and what is left. */
export const costs: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () => {
    let cost = 0;
    let taken: Taken | undefined;
    return Promise.resolve({
      didResolveOperation: (context: GraphQLRequestContextDidResolveOperation<ApiContext>) => {
        const { rateLimit, principal } = context.contextValue;
        cost = costOf(context);
        taken = rateLimit?.take(`${principal.tenantId} ${principal.name}`, cost);
        if (taken && !taken.isAllowed) throw limited(cost, taken);
        return Promise.resolve();
      },
      willSendResponse: ({
        response,
        contextValue: { rateLimit },
      }: GraphQLRequestContextWillSendResponse<ApiContext>) => {
        if (response.body.kind !== "single" || cost === 0) return Promise.resolve();
        const { singleResult } = response.body;
        const throttle = rateLimit &&
          taken && { capacity: rateLimit.capacity, available: taken.available, perSecond: rateLimit.perSecond };
        singleResult.extensions = {
          ...singleResult.extensions,
          cost: { requested: cost, ...(throttle && { throttle }) },
        };
        if (throttle) {
          response.http.headers.set("ratelimit-limit", String(throttle.capacity));
          response.http.headers.set("ratelimit-remaining", String(throttle.available));
          const missing = throttle.capacity - throttle.available;
          response.http.headers.set("ratelimit-reset", String(Math.ceil(missing / throttle.perSecond)));
        }
        return Promise.resolve();
      },
    });
  },
};

/** The refusal of a query that costs more than its key has. */
export const limited = (cost: number, { available, retryAfterSeconds }: Taken): GraphQLError =>
  new GraphQLError(
    `this query costs ${cost} points and the key has ${available}: send it again in ${retryAfterSeconds} s`,
    {
      extensions: {
        code: "RATE_LIMITED" satisfies ErrorCode,
        retryAfterSeconds,
        http: { status: 429, headers: new Map([["retry-after", String(retryAfterSeconds)]]) },
      },
    },
  );
