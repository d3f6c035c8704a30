import { type Problem, problem } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Span } from "../source.ts";
import { suggest } from "../suggest.ts";
import type { YamlDocument } from "../yaml/document.ts";
import { type Entry, entryOf, type MapNode, type Node } from "../yaml/node.ts";
import { mergeMaps } from "./mergeMaps.ts";

/** A document with all that it consists of. */
export interface WholeDocument {
  /** Absent if there is nothing to read: the document is not YAML, or gives no rule. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** The documents that it was merged with, first to last. */
  readonly base?: readonly Span[];
}

interface MergedMap extends WholeDocument {
  readonly root: MapNode;
}

/** What the documents so far mean for those that follow. */
interface State {
  /** The template of `action: global`; `lost` if a document that seems to be one cannot be read. */
  global: MergedMap | "lost" | undefined;
  /** What `action: repeat` repeats. */
  previous: MergedMap | undefined;
  /** An action that no document has followed yet. */
  waiting: Entry | undefined;
  /** Length of all that has been merged, in UTF-16 units. */
  merged: number;
}

/** Merging multiplies text: this bounds the work that one file can ask for. */
const maxMerged = 2 * 1_048_576;

/**
 * Follows the `action` of documents: `global` is a template for the rules behind it, `reset` ends it, `repeat` is the rule
 * before it with changes. Keys of a document win over those it is merged with. Filters and correlations are left alone.
 */
export function resolveActions(documents: readonly YamlDocument[], text: string): readonly WholeDocument[] {
  const state: State = { global: undefined, previous: undefined, waiting: undefined, merged: 0 };
  const whole: WholeDocument[] = [];
  for (const document of documents) {
    const resolved = resolve(state, document, text);
    if (resolved) whole.push(resolved);
    if (state.merged > maxMerged) return [...whole, tooLarge(document)];
  }
  if (state.waiting) {
    const found = loneAction(state.waiting, "no rule follows that it could act on");
    whole.push({ root: undefined, problems: [found], span: found.span });
  }
  return whole;
}

function resolve(state: State, document: YamlDocument, text: string): WholeDocument | undefined {
  const { root } = document;
  if (!root) return unreadable(state, document, text);
  if (root.kind !== "map") return document;
  const action = entryOf(root, "action");
  if (action) return follow(state, { ...document, root: withoutAction(root) }, action);
  if (entryOf(root, "correlation") || entryOf(root, "filter")) return document;
  if (state.global === "lost") return undefined;
  state.waiting = undefined;
  const own = { ...document, root };
  state.previous = state.global ? merge(state, state.global, own) : own;
  return state.previous;
}

function follow(state: State, document: MergedMap, action: Entry): WholeDocument {
  const { root, problems, span } = document;
  const notRead = { root: undefined, span };
  switch (action.value.kind === "scalar" ? action.value.text : "") {
    case "global":
      state.global = document;
      state.previous = document;
      state.waiting = action;
      return { ...notRead, problems };
    case "reset": {
      state.global = undefined;
      state.waiting = undefined;
      const [other] = root.entries;
      return { ...notRead, problems: other ? [...problems, resetAlone(other)] : problems };
    }
    case "repeat":
      if (state.global === "lost") return { ...notRead, problems };
      if (!state.previous)
        return { ...notRead, problems: [...problems, loneAction(action, "no rule stands before it")] };
      state.waiting = undefined;
      state.previous = merge(state, state.previous, document, () => undefined);
      return state.previous;
    default:
      state.global = "lost";
      return { ...notRead, problems: [...problems, unknownAction(action)] };
  }
}

const withoutAction = (root: MapNode): MapNode => ({
  ...root,
  entries: root.entries.filter(({ key }) => key.text !== "action"),
});

/** What contradicts a template is likely a mistake. `repeat` is there to change values, so it says nothing of a conflict. */
function merge(state: State, base: MergedMap, own: MergedMap, explain = overridden): MergedMap {
  const conflicts: Problem[] = [];
  const root = mergeMaps(base.root, own.root, (entry) => {
    const conflict = explain(entry);
    if (conflict) conflicts.push(conflict);
  });
  const spans = [...(base.base ?? []), base.span];
  for (const { start, end } of spans) state.merged += end - start;
  return { root, problems: [...base.problems, ...own.problems, ...conflicts], span: own.span, base: spans };
}

function overridden({ key }: Entry): Problem | undefined {
  const message = `${quote(key.text)} is in the global document too, with another value; this one counts`;
  return problem("overridden-global", key.span, message, "other tools take the global one: say it in one place only");
}

/** A document that is not YAML could be the template of all that follows. */
function unreadable(state: State, document: YamlDocument, text: string): WholeDocument {
  const { span, problems } = document;
  if (!/^\s*action\s*:/m.test(text.slice(span.start, span.end))) return document;
  state.global = "lost";
  const message = "this seems to be an `action` that the documents behind it depend on: they are not read";
  return { ...document, problems: [...problems, problem("unreadable-action", span, message)] };
}

function unknownAction({ value }: Entry): Problem {
  const isText = value.kind === "scalar";
  const message = isText ? `there is no action ${quote(value.text)}` : "an action is a word";
  const hint = (isText ? suggest(value.text, actions) : undefined) ?? `one of ${actions.join(", ")}`;
  return problem("invalid-action", value.span, `${message}: the documents behind it are not read`, hint);
}

const actions = ["global", "reset", "repeat"] as const;

const resetAlone = ({ key }: Entry): Problem =>
  problem("invalid-action", key.span, "`action: reset` stands alone: the rest of its document is not read");

const loneAction = ({ value }: Entry, why: string): Problem =>
  problem("lone-action", value.span, `this action does nothing: ${why}`);

function tooLarge({ span }: YamlDocument): WholeDocument {
  const message = `with the documents that they repeat, the rules up to here are larger than ${maxMerged} UTF-16 units`;
  return { root: undefined, problems: [problem("source-too-large", span, message)], span };
}
