import type { JsonObject } from "../std/index.ts";
import type { Shape } from "./shape.ts";
import { azureActivity } from "./shapes/azureActivity.ts";
import { bitbucketAudit } from "./shapes/bitbucketAudit.ts";
import { cloudTrail } from "./shapes/cloudTrail.ts";
import { elasticCloudShape } from "./shapes/elasticCloud.ts";
import { entraAudit } from "./shapes/entraAudit.ts";
import { entraRisk } from "./shapes/entraRisk.ts";
import { entraSignIn } from "./shapes/entraSignIn.ts";
import { evtx } from "./shapes/evtx.ts";
import { flatWindows } from "./shapes/flatWindows.ts";
import { gcpAudit } from "./shapes/gcpAudit.ts";
import { generic } from "./shapes/generic.ts";
import { githubAudit } from "./shapes/githubAudit.ts";
import { googleWorkspace } from "./shapes/googleWorkspace.ts";
import { kubernetesAudit } from "./shapes/kubernetesAudit.ts";
import { m365Audit } from "./shapes/m365Audit.ts";
import { ocsf } from "./shapes/ocsf.ts";
import { okta } from "./shapes/okta.ts";
import { oneLogin } from "./shapes/oneLogin.ts";
import { winlogbeat } from "./shapes/winlogbeat.ts";

/** In the order in which they are asked: the surest signs first. */
const shapes: readonly Shape[] = [
  evtx,
  winlogbeat,
  flatWindows,
  cloudTrail,
  ocsf,
  entraSignIn,
  entraAudit,
  azureActivity,
  entraRisk,
  m365Audit,
  gcpAudit,
  okta,
  kubernetesAudit,
  githubAudit,
  googleWorkspace,
  bitbucketAudit,
  oneLogin,
];

/** The shape that a record is written in. */
export function recognise(record: JsonObject): Shape {
  return shapes.find((shape) => shape.fits(record)) ?? elasticCloudShape(record) ?? generic;
}
