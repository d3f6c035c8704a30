import { signLink } from "../../access/index.ts";
import { findTechnique, type NavigatorLayer, type Technique } from "../../attack/index.ts";
import { layerParameters, type LayerRequest, makeLayer } from "../../detection/index.ts";
import { bug } from "../../std/index.ts";
import { builder, only } from "../builder.ts";
import { clientError } from "../errors.ts";
import { readRange, TimeRangeInput } from "../inputs/timeRange.ts";
import { TechniqueRef } from "../types/technique.ts";

interface Layer {
  readonly request: LayerRequest;
  readonly layer: NavigatorLayer;
}

interface Scored {
  readonly technique: Technique;
  readonly score: number;
}

const LayerSourceEnum = builder.enumType("LayerSource", {
  description: "What a layer's scores count.",
  values: {
    RULES: { value: "rules", description: "Rules that are not disabled." },
    DETECTIONS: { value: "detections", description: "Detections of a range." },
  } as const,
});

const ScoreRef = builder.objectRef<Scored>("TechniqueScore").implement({
  description: "What a technique is worth in a layer.",
  fields: (t) => ({
    technique: t.expose("technique", { type: TechniqueRef, description: "The technique or sub-technique." }),
    score: t.exposeInt("score", { description: "Its sub-techniques' included. Of a comparison: how many more." }),
  }),
});

/** How long a link can be made to open. */
const maxLinkMinutes = 60 * 24 * 90;

const LayerRef = builder.objectRef<Layer>("NavigatorLayer").implement({
  description: "A layer for MITRE's ATT&CK Navigator, layer format 4.5.",
  fields: (t) => ({
    name: t.string({
      description: "What the Navigator shows as the layer's title.",
      resolve: ({ layer }) => layer.name,
    }),
    json: t.string({ description: "The layer's file.", resolve: ({ layer }) => JSON.stringify(layer) }),
    scores: t.field({
      type: [ScoreRef],
      description: "What the file says, by technique. Techniques without anything are absent.",
      complexity: { multiplier: 100 },
      resolve: ({ layer }) =>
        layer.techniques.map(({ techniqueID, score }) => ({
          technique: findTechnique(techniqueID) ?? bug(`a layer has ${techniqueID}`),
          score,
        })),
    }),
    url: t.string({
      description:
        "Where the Navigator can load the layer, without a key: whoever has the link can. It ends with its time, and with the key that asked for it.",
      args: {
        expiresInMinutes: t.arg.int({ defaultValue: 60, description: `1 to ${maxLinkMinutes}.` }),
      },
      resolve: async ({ request }, { expiresInMinutes }, { rooms, principal, baseUrl }) => {
        const minutes = expiresInMinutes ?? 60;
        if (minutes < 1 || minutes > maxLinkMinutes) {
          throw clientError("BAD_USER_INPUT", `expiresInMinutes is 1 to ${maxLinkMinutes}: ${minutes} is outside`);
        }
        const target = { path: "/attack/layer.json", parameters: layerParameters(request) };
        const expiresAt = new Date(rooms.clock().getTime() + minutes * 60_000);
        return baseUrl + ((await signLink(rooms.database, principal, target, expiresAt)) ?? bug("the key is gone"));
      },
    }),
  }),
});

builder.queryField("navigatorLayer", (t) =>
  t.field({
    type: LayerRef,
    ...only("read"),
    description: "The ATT&CK matrix coloured by what is looked for, or by what was found.",
    args: {
      source: t.arg({ type: LayerSourceEnum, required: true, description: "What is counted." }),
      range: t.arg({ type: TimeRangeInput, description: "Whose detections; of DETECTIONS only, and needed there." }),
      compareTo: t.arg({
        type: TimeRangeInput,
        description: "Scores are by how many detections there are more in `range` than here.",
      }),
    },
    complexity: 50,
    resolve: async (_, { source, range, compareTo }, { rooms, principal, book, askedAt }) => {
      const request = readRequest();
      return { request, layer: await makeLayer(rooms, { tenantId: principal.tenantId, book }, request) };

      function readRequest(): LayerRequest {
        if (source === "rules") {
          if (range ?? compareTo) throw clientError("BAD_USER_INPUT", "rules have no range: ask for DETECTIONS");
          return { source };
        }
        if (!range) throw clientError("BAD_USER_INPUT", "DETECTIONS need a `range`");
        return {
          source,
          span: readRange(range, askedAt),
          ...(compareTo && { compareTo: readRange(compareTo, askedAt) }),
        };
      }
    },
  }),
);
