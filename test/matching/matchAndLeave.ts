// A program that uses a matcher and closes nothing: see ending.test.ts.
import { createMatcher } from "../../src/matching/index.ts";
import { message, wordRule } from "./records.ts";

const matcher = createMatcher({ threads: 1, onFailure: (error) => console.error(error) });
matcher.setRules(1, { set: [[1, wordRule("needle")]] });
const [event] = await matcher.match(1, [message("a needle")]);
console.log(`${event?.matches.length ?? 0} matches`);
