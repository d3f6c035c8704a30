import { leavesOf } from "../../subject/conditions.ts";
import { filterCheck } from "../../check.ts";
import { filters } from "../../links.ts";

export const filterIncludes = filterCheck({
  code: "filter-includes",
  explanation: "A filter's condition excludes nothing: rules match only what the filter is like.",
  link: filters("condition"),
  *find({ rule }) {
    for (const condition of rule.detection.conditions) {
      if (leavesOf(condition).some(({ isNegated }) => isNegated)) continue;
      yield {
        span: condition.span,
        message: "rules behind this filter match only what it is like",
        hint: "put `not` before what is to be excluded",
      };
    }
  },
});
