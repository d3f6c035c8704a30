export { type ApiContext, createContext } from "./context.ts";
export { createLive, type Live, type LiveResults } from "./live/live.ts";
export { limits } from "./limits.ts";
export { schema } from "./schema.ts";
export { type ApiOptions, createApi } from "./server.ts";
export { tour } from "./tour.ts";
export { readUuid } from "./ids.ts";
export { decodeCursor, encodeCursor } from "./paging.ts";
export { readSequenceCursor, sequenceCursor } from "./sequenceCursor.ts";
