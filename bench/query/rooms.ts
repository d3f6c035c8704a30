// What is measured is what runs in production, the compiled code: see bench/engine/rooms.ts.
import type * as Access from "../../src/access/index.ts";
import type * as Api from "../../src/api/index.ts";
import type * as Detections from "../../src/detection/index.ts";
import type * as Matching from "../../src/matching/index.ts";
import type * as Rules from "../../src/rules/index.ts";
import type * as Store from "../../src/store/index.ts";

const built = (path: string): Promise<unknown> => import(new URL(`../../dist/${path}`, import.meta.url).href);

export const { defaultTenantId } = (await built("access/index.js")) as typeof Access;
export const { createApi, createContext } = (await built("api/index.js")) as typeof Api;
export const { countDetections, createFeed, listDetections } = (await built("detection/index.js")) as typeof Detections;
export const { createMatcher } = (await built("matching/index.js")) as typeof Matching;
export const { createRegistry, importRules } = (await built("rules/index.js")) as typeof Rules;
export const { openDatabase, rollUp } = (await built("store/index.js")) as typeof Store;
