import type { Selection } from "../sigma/index.ts";
import { compileItem, type CompileList } from "./compileItem.ts";
import { every, type Finder, some } from "./finder.ts";

/** Compiles the body of the selection `name`: a map is an `and`, a list an `or`. */
export function compileSelection(name: string, body: Selection, compileList: CompileList): Finder {
  const compile = (operand: Selection): Finder => compileSelection(name, operand, compileList);
  switch (body.kind) {
    case "and":
      return every(body.operands.map(compile));
    case "or":
      return some(body.operands.map(compile));
    case "item":
      return compileItem(name, body, compileList);
  }
}
