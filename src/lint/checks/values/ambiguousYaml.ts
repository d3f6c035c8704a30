import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { rules } from "../../links.ts";

/** What YAML 1.1 reads as something else than YAML 1.2. */
const otherReadings: readonly (readonly [form: RegExp, reading: string])[] = [
  [/^(?:yes|no|on|off|y|n)$/i, "a boolean"],
  [/^[-+]?0[0-7]+$/, "an octal number"],
  [/^[-+]?[1-9]\d*(?::[0-5]?\d)+$/, "a number of base 60"],
  [/^\d{4}-\d{1,2}-\d{1,2}$/, "a date"],
];

export const ambiguousYaml = itemCheck({
  code: "ambiguous-yaml",
  explanation: "A value without quotes is something else to tools that read YAML 1.1.",
  link: rules("yaml-file"),
  *find({ values }) {
    for (const { style, text, span } of values) {
      const [, reading] = otherReadings.find(([form]) => form.test(text)) ?? [];
      if (style !== "plain" || reading === undefined) continue;
      yield { span, message: `some tools read ${quote(text)} as ${reading}`, hint: `write \`'${text}'\`` };
    }
  },
});
