import type { GraphQLSchema } from "graphql";
import { builder } from "./builder.ts";
// Each file adds its part to the builder.
import "./scalars.ts";
import "./types/detection.ts";
import "./types/attackFigures.ts";
import "./types/ruleAdmin.ts";
import "./types/ruleFigures.ts";
import "./queries/attack.ts";
import "./queries/auditLog.ts";
import "./queries/detections.ts";
import "./queries/detectionStats.ts";
import "./queries/draftFilter.ts";
import "./queries/eventKinds.ts";
import "./queries/events.ts";
import "./queries/explain.ts";
import "./queries/exportRules.ts";
import "./queries/keys.ts";
import "./queries/navigatorLayer.ts";
import "./queries/pipelines.ts";
import "./queries/previewFilter.ts";
import "./queries/rules.ts";
import "./queries/testRule.ts";
import "./queries/validateRule.ts";
import "./queries/valueLists.ts";
import "./queries/viewer.ts";
import "./mutations/configureRules.ts";
import "./mutations/deleteRules.ts";
import "./mutations/editRule.ts";
import "./mutations/importRules.ts";
import "./mutations/ingestEvents.ts";
import "./mutations/keys.ts";
import "./mutations/overrideRuleSeverity.ts";
import "./mutations/pipelines.ts";
import "./mutations/updateDetections.ts";
import "./mutations/valueLists.ts";
import "./subscriptions/detectionCreated.ts";

builder.queryType({ description: "What can be read. Nothing here changes anything." });
builder.mutationType({
  description: "What can be changed. The fields of one request are done one after the other.",
});
builder.subscriptionType({ description: "What can be followed as it happens." });

/** The schema, as `schema.graphql` prints it. */
export const schema: GraphQLSchema = builder.toSchema();
