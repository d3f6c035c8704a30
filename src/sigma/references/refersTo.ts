import { fold } from "../../std/index.ts";

/** Whether a reference in a filter or a correlation means this rule: it is the rule's id, in any letter case, or its name. */
export const refersTo = (reference: string, { id, name }: { readonly id?: string; readonly name?: string }): boolean =>
  reference === name || (id?.length === reference.length && fold(reference) === fold(id));
