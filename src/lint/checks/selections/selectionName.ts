import { quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { convention } from "../../links.ts";
import { selectionPlace } from "../../subject/selectionPlace.ts";

export const selectionName = ruleCheck({
  code: "selection-name",
  explanation: "The name of a selection has other characters than small letters, digits and underscores.",
  link: convention("condition"),
  *find(subject) {
    for (const name of subject.rule.detection.selections.keys()) {
      if (/^[a-z0-9_]+$/.test(name)) continue;
      if (name.includes("|")) {
        yield { span: selectionPlace(subject, name), message: modifierMessage, hint: "put it behind a field" };
        continue;
      }
      const spelling = name.toLowerCase().replaceAll(/[^a-z0-9_]+/g, "_");
      const message = `the name ${quote(name)} has other characters than small letters, digits and underscores`;
      yield { span: selectionPlace(subject, name), message, hint: `write ${quote(spelling)}` };
    }
  },
});

const modifierMessage = "a modifier behind the name of a selection does nothing";
