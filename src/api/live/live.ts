import {
  createSourceEventStream,
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
} from "graphql";
import type { Principal, RateLimit } from "../../access/index.ts";
import type { Pipeline } from "../../detection/index.ts";
import { createContext } from "../context.ts";
import { limited } from "../costs.ts";
import { clientError } from "../errors.ts";
import { formatError } from "../formatError.ts";
import { limits } from "../limits.ts";
import { cancellable } from "./cancellable.ts";
import { isSubscription, type LiveRequest, prepare, type Prepared } from "./prepare.ts";

export interface LiveOptions {
  /** What keys may ask for; absent: as much as they like. */
  readonly rateLimit?: RateLimit;
  readonly rooms: Pipeline;
  readonly introspection: boolean;
  /** Told of every bug and failure that a client sees only as a masked error. */
  readonly onError: (error: unknown) => void;
}

/** Results that come one after the other; they are made when they are asked for. */
export type LiveResults = AsyncIterableIterator<FormattedExecutionResult, void>;

/** A request that was looked at. */
export type Reading =
  | { readonly kind: "ready"; readonly prepared: Prepared }
  | { readonly kind: "refused"; readonly errors: readonly GraphQLError[] };

/** Subscriptions, whatever carries them. */
export interface Live {
  readonly prepare: (request: LiveRequest) => Reading;
  /** Whether a request is one for a subscription. */
  readonly isSubscription: (request: LiveRequest) => boolean;
  /** Begins one. If it cannot begin, its one result says why. */
  readonly subscribe: (prepared: Prepared, principal: Principal) => Promise<LiveResults>;
  /** The one result of a subscription that is refused. */
  readonly refused: (errors: readonly unknown[]) => LiveResults;
  /** Errors as clients see them. */
  readonly format: (errors: readonly unknown[]) => NonNullable<FormattedExecutionResult["errors"]>;
  /** How many there are now. */
  readonly count: () => number;
}

export function createLive({ rooms, introspection, onError, rateLimit }: LiveOptions): Live {
  const running = new Set<{ readonly principal: Principal }>();
  const format: Live["format"] = (errors) =>
    errors.map((error) => {
      const known = error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error });
      const formatted = formatError(known.toJSON(), error, onError);
      // Which status an answer of its own would have.
      const extensions = Object.entries(formatted.extensions ?? {}).filter(([name]) => name !== "http");
      return { ...formatted, extensions: Object.fromEntries(extensions) };
    });
  const formatResult = ({ errors, ...result }: ExecutionResult): FormattedExecutionResult => ({
    ...result,
    ...(errors && { errors: format(errors) }),
  });
  const refused: Live["refused"] = (errors) => single({ errors: format(errors) });
  return {
    prepare: (request) => read(request, introspection),
    isSubscription,
    refused,
    format,
    count: () => running.size,
    subscribe: async (prepared, principal) => {
      const refusal = overQuota([...running], principal) ?? overPoints(rateLimit, prepared, principal);
      if (refusal) return refused([refusal]);
      const entry = { principal };
      // Before anything is waited for: many may begin at once.
      running.add(entry);
      const end = () => void running.delete(entry);
      try {
        const context = () => createContext(principal, rooms);
        const source = await createSourceEventStream({ ...prepared, contextValue: await context() });
        if (Symbol.asyncIterator in source) {
          return withEnd(
            cancellable((signal) => results(source, prepared, { context, formatResult, signal })),
            end,
          );
        }
        end();
        return refused(source.errors ?? []);
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}

function read(request: LiveRequest, introspection: boolean): Reading {
  try {
    return { kind: "ready", prepared: prepare(request, introspection) };
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: "refused", errors: [error] };
    throw error;
  }
}

async function* single(result: FormattedExecutionResult): AsyncGenerator<FormattedExecutionResult, void> {
  yield await Promise.resolve(result);
}

function overQuota(
  running: readonly { readonly principal: Principal }[],
  { tenantId, name }: Principal,
): GraphQLError | undefined {
  const ofKey = running.filter(({ principal }) => principal.tenantId === tenantId && principal.name === name).length;
  const refused = (message: string) => clientError("TOO_MANY_SUBSCRIPTIONS", message);
  if (ofKey >= limits.subscriptionsOfKey)
    return refused(`this key has ${ofKey} subscriptions, it may have no more: end one`);
  if (running.length >= limits.subscriptions)
    return refused("this process has as many subscriptions as it takes: try again later");
  return undefined;
}

/** Beginning one costs what one of its events does; then its number is what is limited. */
function overPoints(
  rateLimit: RateLimit | undefined,
  { cost }: Prepared,
  { tenantId, name }: Principal,
): GraphQLError | undefined {
  const taken = rateLimit?.take(`${tenantId} ${name}`, cost);
  return taken === undefined || taken.isAllowed ? undefined : limited(cost, taken);
}

interface Execution {
  readonly context: () => Promise<object>;
  readonly formatResult: (result: ExecutionResult) => FormattedExecutionResult;
  readonly signal: AbortSignal;
}

/** A source gives its events in bursts. Those of a burst share a context: what they ask the database for is asked once. */
async function* results(
  source: AsyncIterable<unknown>,
  prepared: Prepared,
  { context, formatResult, signal }: Execution,
) {
  const bursts = (source as AsyncIterable<readonly unknown[]>)[Symbol.asyncIterator]();
  const stop = () => void bursts.return?.();
  signal.addEventListener("abort", stop);
  try {
    for (let burst = await bursts.next(); !burst.done; burst = await bursts.next()) {
      const contextValue = await context();
      const executed = burst.value.map(async (rootValue) => await execute({ ...prepared, rootValue, contextValue }));
      for (const result of await Promise.all(executed)) yield formatResult(result);
    }
  } finally {
    stop();
  }
}

/** Tells of the end, however it comes. */
function withEnd(given: LiveResults, end: () => void): LiveResults {
  return {
    next: async () => {
      try {
        const result = await given.next();
        if (result.done) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    return: async () => {
      end();
      return (await given.return?.()) ?? { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
