import type { Problem } from "../problem.ts";
import type { Span } from "../source.ts";
import type { Node } from "./node.ts";

export interface YamlDocument {
  /** Absent if the document is not YAML. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  /** The document without its marker; it can be parsed alone. */
  readonly span: Span;
}
