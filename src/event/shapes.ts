import type { JsonObject } from "../std/index.ts";
import type { Shape } from "./shape.ts";
import { accessLog } from "./shapes/accessLog.ts";
import { appliance } from "./shapes/appliance.ts";
import { applicationLog } from "./shapes/applicationLog.ts";
import { auditbeat } from "./shapes/auditbeat.ts";
import { auditd } from "./shapes/auditd.ts";
import { azureActivity } from "./shapes/azureActivity.ts";
import { bitbucketAudit } from "./shapes/bitbucketAudit.ts";
import { cloudTrail } from "./shapes/cloudTrail.ts";
import { dnsJson } from "./shapes/dnsJson.ts";
import { dnsLog } from "./shapes/dnsLog.ts";
import { duo } from "./shapes/duo.ts";
import { ecsFirewall } from "./shapes/ecsFirewall.ts";
import { ecsLog } from "./shapes/ecsLog.ts";
import { ecsWeb } from "./shapes/ecsWeb.ts";
import { elasticCloudShape } from "./shapes/elasticCloud.ts";
import { endpoint } from "./shapes/endpoint.ts";
import { entraAudit } from "./shapes/entraAudit.ts";
import { entraRisk } from "./shapes/entraRisk.ts";
import { entraSignIn } from "./shapes/entraSignIn.ts";
import { eslogger } from "./shapes/eslogger.ts";
import { eventXml } from "./shapes/eventXml.ts";
import { evtx } from "./shapes/evtx.ts";
import { falco } from "./shapes/falco.ts";
import { flatWindows } from "./shapes/flatWindows.ts";
import { fluentBit } from "./shapes/fluentBit.ts";
import { gcpAudit } from "./shapes/gcpAudit.ts";
import { generic } from "./shapes/generic.ts";
import { githubAudit } from "./shapes/githubAudit.ts";
import { globalProtect } from "./shapes/globalProtect.ts";
import { googleWorkspace } from "./shapes/googleWorkspace.ts";
import { kubernetesAudit } from "./shapes/kubernetesAudit.ts";
import { logAnalytics } from "./shapes/logAnalytics.ts";
import { m365Audit } from "./shapes/m365Audit.ts";
import { ocsf } from "./shapes/ocsf.ts";
import { okta } from "./shapes/okta.ts";
import { oneLogin } from "./shapes/oneLogin.ts";
import { openCanary } from "./shapes/openCanary.ts";
import { osquery } from "./shapes/osquery.ts";
import { squid } from "./shapes/squid.ts";
import { suricata } from "./shapes/suricata.ts";
import { syslog } from "./shapes/syslog.ts";
import { tetragon } from "./shapes/tetragon.ts";
import { w3c } from "./shapes/w3c.ts";
import { webErrorLog } from "./shapes/webErrorLog.ts";
import { webJson } from "./shapes/webJson.ts";
import { winlogbeat } from "./shapes/winlogbeat.ts";
import { zeek } from "./shapes/zeek.ts";
import { zscaler } from "./shapes/zscaler.ts";

/** Those of Windows, asked of every record in this order: they have many events, and a few looks tell them. */
const nested: readonly Shape[] = [evtx, winlogbeat];
const flat: readonly Shape[] = [logAnalytics, fluentBit, flatWindows];
const windows = [...nested, ...flat];

/** What has both at its top is none of the nested shapes: most events of Windows that come flat are soon told by it. */
const isFlat = ({ EventID: code, Channel: channel }: JsonObject): boolean =>
  typeof channel === "string" && code !== undefined;

/** The others, in the order in which they are asked: the surest signs first. */
const others: readonly Shape[] = [
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
  auditbeat,
  auditd,
  eventXml,
  zeek,
  suricata,
  osquery,
  falco,
  tetragon,
  eslogger,
  openCanary,
  duo,
  w3c,
  zscaler,
  webJson,
  endpoint,
  ecsWeb,
  dnsJson,
  ecsFirewall,
  ecsLog,
  globalProtect,
  accessLog,
  squid,
  webErrorLog,
  dnsLog,
  appliance,
  syslog,
  applicationLog,
];

/** The shape that a record is written in. */
export function recognise(record: JsonObject): Shape {
  for (const shape of isFlat(record) ? flat : windows) if (shape.fits(record)) return shape;
  const ofElastic = elasticCloudShape(record);
  if (ofElastic !== undefined) return ofElastic;
  const round = mark(record);
  for (let at = 0; at < others.length; at++) {
    const shape = others[at];
    if (shape !== undefined && (asked[at] === always || asked[at] === round) && shape.fits(record)) return shape;
  }
  return generic;
}

/** Name at the top of a record -> the places in `others` of those that are asked for it. */
const byKey = new Map<string, number[]>();
others.forEach(({ keys = [] }, at) => {
  for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), at]);
});

/** For each shape the last round in which a record had one of its keys: most records have those of few. */
const always = 0;
const asked = Uint32Array.from(others, ({ keys }) => (keys === undefined ? always : 1));
const mostRounds = 2 ** 32 - 1;
let rounds = 1;

/** Notes which shapes are to be asked of this record, and the number of its round. */
function mark(record: JsonObject): number {
  rounds = rounds === mostRounds ? 2 : rounds + 1;
  for (const key in record) {
    const dot = byKey.has(key) ? -1 : key.indexOf(".");
    const places = byKey.get(dot === -1 ? key : key.slice(0, dot));
    if (places !== undefined) for (const at of places) if (asked[at] !== always) asked[at] = rounds;
  }
  return rounds;
}
