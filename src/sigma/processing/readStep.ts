import { problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import type { DetectionItem } from "../rule.ts";
import { suggest } from "../suggest.ts";
import { type MapNode, type ScalarNode, valueOf } from "../yaml/node.ts";
import { fieldConditions, itemConditions, ruleConditions } from "./conditions.ts";
import type { FieldTest } from "./conditions/condition.ts";
import { optionalText, type Parameters, refuseUnknown } from "./parameters.ts";
import type { Step, Transform } from "./pipeline.ts";
import { guardKeys, readGuard } from "./readGuard.ts";
import { transformations, unsafe, unsupported } from "./transformations.ts";
import { readNest } from "./transformations/nest.ts";
import type { Work } from "./work.ts";

const stepKeys = ["id", "type", ...["rule", "detection_item", "field_name"].flatMap(guardKeys)];

/** Reads one transformation with its conditions; undefined if it is wrong, which is reported. */
export function readStep({ map, report }: { readonly map: MapNode; readonly report: Report }): Step | undefined {
  const type = valueOf(map, "type");
  if (type?.kind !== "scalar") {
    report(problem("missing-key", map.span, "a transformation needs a `type`"));
    return undefined;
  }
  const parameters: Parameters = { map, type: type.text, place: type.span, report };
  const ofRule = readGuard(parameters, "rule", ruleConditions);
  const ofItem = readGuard(parameters, "detection_item", itemConditions);
  const ofField = readGuard(parameters, "field_name", fieldConditions);
  const id = optionalText(parameters, "id");
  const transform = readTransform(parameters, type);
  if (!transform) return undefined;
  return {
    ...(id !== undefined && { id }),
    matchesRule: (rule, work) => ofRule((test) => test(rule, work)),
    matchesItem: (item, work) => ofItem((test) => test(item, work)) && ofField((test) => asksFor(test, item, work)),
    matchesField: (field, work) => ofField((test) => test.ofField(field, work)),
    transform,
  };
}

/** An item has the name of its field, and those that its values refer to. */
function asksFor({ ofField, ofItem }: FieldTest, item: DetectionItem, work: Work): boolean {
  if (ofItem) return ofItem(item, work);
  const referred = item.values.flatMap(({ alternatives }) =>
    alternatives.flatMap((pattern) => (pattern.kind === "fieldref" ? pattern.field : [])),
  );
  return [item.field, ...referred].some((field) => ofField(field, work));
}

function readTransform(parameters: Parameters, type: ScalarNode): Transform | undefined {
  if (type.text === "nest") {
    refuseUnknown(parameters, [...stepKeys, "items"]);
    return readNest(parameters, readStep);
  }
  const transformation = transformations.find(({ name }) => name === type.text);
  if (!transformation) return refuseType(parameters, type);
  refuseUnknown(parameters, [...stepKeys, ...transformation.parameters]);
  return transformation.read(parameters);
}

function refuseType({ report }: Parameters, { text, span }: ScalarNode): undefined {
  if (unsafe.includes(text)) {
    const hint = "put the values into `vars`, or into a value list of the service";
    report(problem("unsafe-transformation", span, `${quote(text)} reaches outside, which a service must not do`, hint));
  } else if (unsupported.includes(text)) {
    report(
      problem("unsupported-transformation", span, `${quote(text)} has no meaning where rules are matched directly`),
    );
  } else {
    const names = [...transformations.map(({ name }) => name), "nest"];
    report(problem("unknown-transformation", span, `there is no transformation ${quote(text)}`, suggest(text, names)));
  }
  return undefined;
}
