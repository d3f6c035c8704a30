import { closest } from "../../../std/index.ts";
import { type Logsource, quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { knownProducts, namesWith, strangerIn } from "../../facts/knownLogsources.ts";
import { logsourcePlace } from "../../subject/logsourcePlace.ts";
import { taxonomy } from "../../links.ts";

export const unknownLogsource = ruleCheck({
  code: "unknown-logsource",
  explanation: "No event is of this `logsource`, unless its sender says so.",
  link: taxonomy,
  *find(subject) {
    const { logsource, taxonomy: own = "sigma" } = subject.rule;
    const stranger = own === "sigma" ? strangerIn(logsource) : undefined;
    if (stranger === undefined) return;
    const name = logsource[stranger] ?? "";
    const beside = stranger !== "product" && logsource.product !== undefined ? ` of ${quote(logsource.product)}` : "";
    yield {
      span: logsourcePlace(subject, stranger),
      message: `no event is known to be of the ${stranger} ${quote(name)}${beside}`,
      hint: hintFor(name, stranger, logsource),
    };
  },
});

function hintFor(name: string, kind: "product" | "category" | "service", { product }: Logsource): string {
  const meant = closest(name, kind === "product" ? knownProducts : namesWith(kind, product));
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  if (kind !== "product" && namesWith(kind === "category" ? "service" : "category", product).includes(name)) {
    return `\`${name}\` is a ${kind === "category" ? "service" : "category"}`;
  }
  const owners = kind === "product" ? [] : knownProducts.filter((each) => namesWith(kind, each).includes(name));
  return owners.length > 0 ? `it goes with ${owners.join(", ")}` : "senders of such events must declare the logsource";
}
