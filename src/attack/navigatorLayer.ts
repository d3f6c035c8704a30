import { attackVersion } from "./enterprise.ts";
import { findTechnique } from "./technique.ts";

/** What one technique or sub-technique is worth, and why. */
export interface TechniqueScore {
  /** Such as `T1048.003`. */
  readonly id: string;
  readonly score: number;
  /** Shown beside it: name and value. */
  readonly metadata: readonly (readonly [name: string, value: string])[];
}

export interface LayerOptions {
  readonly name: string;
  readonly description: string;
  readonly scores: readonly TechniqueScore[];
  /** Scores go both ways from 0, as a difference does. */
  readonly isDifference: boolean;
}

/** A layer of MITRE's ATT&CK Navigator, format 4.5. */
export interface NavigatorLayer {
  readonly name: string;
  readonly description: string;
  readonly domain: "enterprise-attack";
  readonly versions: { readonly attack: string; readonly navigator: string; readonly layer: "4.5" };
  readonly techniques: readonly LayerTechnique[];
  readonly gradient: { readonly colors: readonly string[]; readonly minValue: number; readonly maxValue: number };
  readonly sorting: number;
  readonly hideDisabled: boolean;
}

interface LayerTechnique {
  readonly techniqueID: string;
  readonly score: number;
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
  readonly showSubtechniques: boolean;
}

/** White to red; blue for what is less, in a difference. */
const colours = { more: "#d7301f", none: "#ffffff", less: "#2b8cbe" };

/** Highest score first. */
const byScoreDescending = 3;

/**
 * A layer that colours techniques by their scores. Techniques that are not given have no score; a technique whose
 * sub-techniques are given is opened, so that they are seen.
 *
 * Source: ATT&CK Navigator, layer file format 4.5.
 */
export function navigatorLayer({ name, description, scores, isDifference }: LayerOptions): NavigatorLayer {
  // The format wants the ends of the gradient apart.
  const most = Math.max(1, ...scores.map(({ score }) => Math.abs(score)));
  const parents = new Set(scores.map(({ id }) => findTechnique(id)?.parentId));
  return {
    name,
    description,
    domain: "enterprise-attack",
    versions: { attack: attackVersion, navigator: "5.1.0", layer: "4.5" },
    techniques: scores
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, score, metadata }) => ({
        techniqueID: id,
        score,
        metadata: metadata.map(([label, value]) => ({ name: label, value })),
        showSubtechniques: parents.has(id),
      })),
    gradient: isDifference
      ? { colors: [colours.less, colours.none, colours.more], minValue: -most, maxValue: most }
      : { colors: [colours.none, colours.more], minValue: 0, maxValue: most },
    sorting: byScoreDescending,
    hideDisabled: false,
  };
}
