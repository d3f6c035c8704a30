import type { Selection } from "../../sigma/index.ts";
import { inTurn } from "../compileItem.ts";
import { compileSelection } from "../compileSelection.ts";
import type { EventView } from "../eventView.ts";
import type { ExplanationNode } from "./explanation.ts";
import { explainItem } from "./explainItem.ts";
import { keepDeciding } from "./keepDeciding.ts";

/** What the body of the selection `name` asked. */
export function explainSelection(name: string, body: Selection, view: EventView): ExplanationNode {
  if (body.kind === "item") return explainItem(name, body, view);
  const parts = body.operands.map((operand) => explainSelection(name, operand, view));
  return {
    kind: body.kind === "and" ? "all" : "any",
    holds: compileSelection(name, body, inTurn)(view, []),
    ...keepDeciding(parts, body.kind === "or"),
  };
}
