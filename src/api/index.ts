export { type ApiContext, createContext } from "./context.ts";
export { exportYaml } from "./exportYaml.ts";
export { schema } from "./schema.ts";
export { type ApiOptions, createApi } from "./server.ts";
export { tour } from "./tour.ts";
