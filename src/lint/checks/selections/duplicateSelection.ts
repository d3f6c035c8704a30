import { quote } from "../../../sigma/index.ts";
import { canonicalSelection } from "../../meaning/canonical.ts";
import { ruleCheck } from "../../check.ts";
import { rules } from "../../links.ts";
import { selectionPlace } from "../../subject/selectionPlace.ts";

export const duplicateSelection = ruleCheck({
  code: "duplicate-selection",
  explanation: "Two selections of a rule say the same.",
  link: rules("search-identifier"),
  *find(subject) {
    const { selections } = subject.rule.detection;
    if (selections.size < 2) return;
    const first = new Map<string, string>();
    for (const [name, selection] of selections) {
      const meaning = canonicalSelection(selection);
      const earlier = first.get(meaning);
      if (earlier === undefined) first.set(meaning, name);
      else {
        const message = `the selection ${quote(name)} says the same as ${quote(earlier)}`;
        yield {
          span: selectionPlace(subject, name),
          message,
          hint: "one of them is enough, or one is not what you meant",
        };
      }
    }
  },
});
