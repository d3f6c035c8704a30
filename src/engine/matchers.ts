import type { Pattern } from "../sigma/index.ts";
import { bug } from "../std/index.ts";
import { matchBoolean } from "./matchers/boolean.ts";
import { matchCidr } from "./matchers/cidr.ts";
import { matchComparison } from "./matchers/comparison.ts";
import { matchExists } from "./matchers/exists.ts";
import { matchFieldref } from "./matchers/fieldref.ts";
import { anyMember, type FieldMatcher } from "./matchers/matcher.ts";
import { matchNull } from "./matchers/null.ts";
import { matchNumber, matchNumberWithin } from "./matchers/number.ts";
import { matchRegex } from "./matchers/regex.ts";
import { matchString } from "./matchers/string.ts";
import { matchTimePart } from "./matchers/timePart.ts";

/** What each kind of pattern asks of a field. */
export function compilePattern(pattern: Pattern): FieldMatcher {
  switch (pattern.kind) {
    case "string":
      return anyMember(matchString(pattern));
    case "number":
      return anyMember(matchNumber(pattern));
    case "boolean":
      return anyMember(matchBoolean(pattern));
    case "regex":
      return anyMember(matchRegex(pattern));
    case "cidr":
      return anyMember(matchCidr(pattern));
    case "comparison":
      return anyMember(matchComparison(pattern));
    case "timePart":
      return anyMember(matchTimePart(pattern));
    case "fieldref":
      return matchFieldref(pattern);
    case "null":
      return matchNull;
    case "exists":
      return matchExists(pattern);
    case "placeholder":
      return bug(`a rule waits for its lists: ${pattern.names.join(", ")}`);
  }
}

/** What a keyword asks of any one field: a number stands between other characters than digits; the parser has unanchored texts. */
export const compileKeyword = (pattern: Pattern): FieldMatcher =>
  pattern.kind === "number" ? anyMember(matchNumberWithin(pattern)) : compilePattern(pattern);
