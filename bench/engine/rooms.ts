// What is measured is what runs in production, the compiled code: tsx names every inner function anew each time it is made, which
// costs as much as all else.
import type * as Engine from "../../src/engine/index.ts";
import type * as Events from "../../src/event/index.ts";
import type * as Logics from "../../src/engine/indexed/logic.ts";
import type * as Logsources from "../../src/engine/indexed/logsources.ts";
import type * as Matching from "../../src/matching/index.ts";
import type * as Sigma from "../../src/sigma/index.ts";

const built = (path: string): Promise<unknown> => import(new URL(`../../dist/${path}`, import.meta.url).href);

export const { createReferenceRuleSet, createRuleSet, match } = (await built("engine/index.js")) as typeof Engine;
export const { logicOf } = (await built("engine/indexed/logic.js")) as typeof Logics;
export const { changeLogsources, lookupsOf } = (await built("engine/indexed/logsources.js")) as typeof Logsources;
export const { normalise } = (await built("event/index.js")) as typeof Events;
export const { createMatcher } = (await built("matching/index.js")) as typeof Matching;
export const { parseSigma, resolvePlaceholders } = (await built("sigma/index.js")) as typeof Sigma;
