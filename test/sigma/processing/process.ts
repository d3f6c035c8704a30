import { applyPipeline, parsePipeline, type Pipeline, type Processed, type Rule } from "../../../src/sigma/index.ts";
import { showCondition, showSelection } from "../expression.ts";
import { soundRule } from "../ruleWith.ts";

/** The pipeline of steps written as YAML lists (`- type: …`), without a problem. */
export function soundPipeline(steps: string, more = ""): Pipeline {
  const text = `${more}\ntransformations:\n${steps}`;
  const { pipeline, problems } = parsePipeline({ name: "pipeline.yml", text });
  if (!pipeline || problems.length > 0) throw new Error(JSON.stringify(problems));
  return pipeline;
}

/** A rule of Windows processes around the lines of a `detection` section. */
export const ruleOf = (detection: string, more = ""): Rule =>
  soundRule(
    [
      "title: A rule",
      "logsource: {product: windows, category: process_creation}",
      "detection:",
      ...detection.split("\n").map((line) => `  ${line}`),
      more,
    ].join("\n"),
  );

/** What the steps make of a rule whose only selection, `s`, has this body in YAML: the selection, or why there is none. */
export function processed(steps: string, body: string, more = ""): string {
  const rule = ruleOf(`s: ${body}\ncondition: s`);
  return shown(applyPipeline(soundPipeline(steps, more), rule));
}

/** All selections in one line, and the conditions if there is not just the selection `s`. */
export function shown({ rule, problems }: Processed): string {
  if (!rule) return problems.map(({ code, message }) => `${code}: ${message}`).join("; ");
  const { selections, conditions } = rule.detection;
  const bodies = Array.from(selections, ([name, body]) => (name === "s" ? "" : `${name}: `) + showSelection(body));
  const shownConditions = conditions.map(showCondition).join(" | ");
  return shownConditions === "s" ? bodies.join("; ") : `${bodies.join("; ")} => ${shownConditions}`;
}

/** The problems of a pipeline as `code: what is blamed`. */
export function blamedIn(text: string): readonly string[] {
  const { problems } = parsePipeline({ name: "pipeline.yml", text });
  return problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}
