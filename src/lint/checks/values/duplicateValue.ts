import { canonicalPattern } from "../../meaning/canonical.ts";
import { itemCheck, type WrittenValue } from "../../check.ts";
import { rules } from "../../links.ts";
import { repeated } from "../../meaning/repeated.ts";

export const duplicateValue = itemCheck({
  code: "duplicate-value",
  explanation: "A list holds the same value twice; letter case counts only where it does in comparing.",
  link: rules("lists"),
  *find({ values }) {
    for (const { span } of repeated(values, meaningOf)) {
      yield { span, message: "this value is there already", hint: "leave it out" };
    }
  },
});

const meaningOf = ({ alternatives }: WrittenValue): string => alternatives.map(canonicalPattern).toSorted().join("\n");
