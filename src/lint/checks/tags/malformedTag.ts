import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { tags } from "../../links.ts";

interface Form {
  readonly form: RegExp;
  readonly hint: string;
}

/** Namespaces whose names have a form, other than `attack`. */
const forms = new Map<string, Form>([
  ["cve", { form: /^\d{4}-\d{4,}$/, hint: "a CVE is `cve.2021-44228`" }],
  ["car", { form: /^\d{4}-\d{2}-\d{3}$/, hint: "an analytic of CAR is `car.2016-04-005`" }],
  ["stp", { form: /^[1-5][auk]?$/, hint: "a robustness is `stp.1` to `stp.5`, also with a, u or k behind it" }],
  ["tlp", { form: /^(?:red|amber|amber-strict|green|clear)$/, hint: "one of red, amber, amber-strict, green, clear" }],
  [
    "detection",
    { form: /^(?:dfir|emerging-threats|threat-hunting)$/, hint: "one of dfir, emerging-threats, threat-hunting" },
  ],
  [
    "d3fend",
    {
      form: /^(?:d3-[a-z0-9-]+|d3f-[a-z0-9-]+|model|harden|detect|isolate|deceive|evict)$/,
      hint: "a technique is `d3fend.d3-am`, an artifact begins with `d3fend.d3f-`",
    },
  ],
]);

export const malformedTag = documentCheck({
  code: "malformed-tag",
  explanation: "A tag's name is not what its namespace (`cve`, `car`, `stp`, `tlp`, `detection`, `d3fend`) holds.",
  link: tags("namespaces"),
  *find({ rule }) {
    for (const { text, span } of rule.tags) {
      const [, namespace = "", name = ""] = /^([^.]*)\.?(.*)$/s.exec(text.trim().toLowerCase()) ?? [];
      const known = forms.get(namespace);
      if (!known || name === "" || known.form.test(name.replaceAll(/[\s_]+/g, "-"))) continue;
      yield { span, message: `\`${namespace}\` has no ${quote(name)}`, hint: known.hint };
    }
  },
});
