import { quote, spanWithin } from "../../../sigma/index.ts";
import { conditionCheck } from "../../check.ts";
import { rules } from "../../links.ts";

export const operatorCase = conditionCheck({
  code: "operator-case",
  explanation: "An operator of a condition has capitals: other tools take it for the name of a selection.",
  link: rules("condition"),
  *find({ rule, scalar }) {
    const { selections } = rule.detection;
    for (const { 0: word, index } of scalar.text.matchAll(/(?<![\w*-])(?:and|or|not|of|all|any|them)(?![\w*-])/gi)) {
      if (word === word.toLowerCase() || selections.has(word)) continue;
      const span = spanWithin(scalar, index, index + word.length);
      yield { span, message: `${quote(word)} has capitals`, hint: `write \`${word.toLowerCase()}\`` };
    }
  },
});
