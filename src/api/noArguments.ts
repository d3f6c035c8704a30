import { createRequire } from "node:module";
import type { getArgumentValues } from "graphql";

// GraphQL reads the arguments of each field of each item anew: three objects for a field that takes none, which is a quarter of all
// the memory that a list takes. Such fields share one empty object here; those with arguments are read as ever. Its own hook for
// this is a whole executor.
const values = createRequire(import.meta.url)("graphql/execution/values.js") as {
  getArgumentValues: typeof getArgumentValues;
};

const read = values.getArgumentValues;
const none: ReturnType<typeof getArgumentValues> = Object.freeze({});

values.getArgumentValues = (field, node, variables) => (field.args.length === 0 ? none : read(field, node, variables));
