import { quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { convention } from "../../links.ts";
import { selectionPlace } from "../../subject/selectionPlace.ts";

const ofConvention = /^filter_(?:main|optional)_./i;

export const filterName = ruleCheck({
  code: "filter-name",
  explanation: "Some filters of a rule are called `filter_main_` or `filter_optional_`, and this one is not.",
  link: convention("condition"),
  *find(subject) {
    const names = [...subject.rule.detection.selections.keys()];
    if (!names.some((name) => ofConvention.test(name))) return;
    for (const name of names) {
      if (!/^filter/i.test(name) || ofConvention.test(name)) continue;
      yield {
        span: selectionPlace(subject, name),
        message: `the name ${quote(name)} does not say whether the rule needs this filter`,
        hint: "begin with `filter_main_` if it does, with `filter_optional_` if it depends on what is installed",
      };
    }
  },
});
