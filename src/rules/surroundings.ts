import {
  applyPipeline,
  joinPipelines,
  parsePipeline,
  type Pipeline,
  type Problem,
  resolvePlaceholders,
} from "../sigma/index.ts";
import type { SigmaDocument } from "./document.ts";

/** What of a tenant's has a say in what its rules mean, beside their texts. */
export interface Surroundings {
  /** Named lists of values, for placeholders. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The texts of its processing pipelines, by name. */
  readonly pipelineTexts: ReadonlyMap<string, string>;
  /** The same as one, in the order of their priorities; absent if there is none. */
  readonly pipeline: Pipeline | undefined;
}

export const noSurroundings: Surroundings = { lists: new Map(), pipelineTexts: new Map(), pipeline: undefined };

/** Joins what is stored. A pipeline whose text is not understood (any more) is left out: it was checked when it was set. */
export function surroundingsOf(
  lists: Surroundings["lists"],
  pipelineTexts: Surroundings["pipelineTexts"],
): Surroundings {
  const pipelines = [...pipelineTexts].flatMap(([name, text]) => parsePipeline({ name, text }).pipeline ?? []);
  return { lists, pipelineTexts, pipeline: pipelines.length === 0 ? undefined : joinPipelines(pipelines) };
}

export const isSameSurroundings = (one: Surroundings, other: Surroundings): boolean =>
  isSameMap(one.pipelineTexts, other.pipelineTexts, (text, before) => text === before) &&
  isSameMap(one.lists, other.lists, (values, before) => values.join("\0") === before.join("\0"));

const isSameMap = <T>(
  one: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  isSame: (value: T, before: T) => boolean,
): boolean =>
  one.size === other.size &&
  [...other].every(([name, value]) => {
    const before = one.get(name);
    return before !== undefined && isSame(value, before);
  });

/** A document as it is matched; absent if it cannot be. Where nothing changes it, it is given back as it is. */
export interface Prepared {
  readonly document: SigmaDocument | undefined;
  readonly problems: readonly Problem[];
}

/** Applies the pipelines to a rule, and puts lists in place of the placeholders of a rule or a filter. */
export function prepareDocument(document: SigmaDocument, { lists, pipeline }: Surroundings): Prepared {
  if (document.kind === "correlation") return { document, problems: [] };
  if (document.kind === "filter") return filled(resolvePlaceholders(document, lists));
  const processed = pipeline ? applyPipeline(pipeline, document) : { rule: document, problems: [] };
  return processed.rule
    ? filled(resolvePlaceholders(processed.rule, lists))
    : { document: undefined, problems: processed.problems };
}

const filled = ({
  rule,
  problems,
}: {
  readonly rule: SigmaDocument;
  readonly problems: readonly Problem[];
}): Prepared => ({
  document: problems.length > 0 ? undefined : rule,
  problems,
});
