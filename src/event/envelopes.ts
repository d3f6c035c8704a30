import type { Envelope } from "./envelope.ts";
import { azureRecords } from "./envelopes/azureRecords.ts";
import { bitbucketPage } from "./envelopes/bitbucketPage.ts";
import { cloudTrailFile } from "./envelopes/cloudTrailFile.ts";
import { cloudTrailLookup } from "./envelopes/cloudTrailLookup.ts";
import { cloudWatchLogs } from "./envelopes/cloudWatchLogs.ts";
import { duoPage } from "./envelopes/duoPage.ts";
import { gcpEntries } from "./envelopes/gcpEntries.ts";
import { graphPage } from "./envelopes/graphPage.ts";
import { kubernetesList } from "./envelopes/kubernetesList.ts";
import { oktaHook } from "./envelopes/oktaHook.ts";
import { oneLoginPage } from "./envelopes/oneLoginPage.ts";
import { workspacePage } from "./envelopes/workspacePage.ts";

/** Every record that holds many. */
export const envelopes: readonly Envelope[] = [
  cloudTrailFile,
  cloudTrailLookup,
  cloudWatchLogs,
  azureRecords,
  graphPage,
  kubernetesList,
  workspacePage,
  gcpEntries,
  oktaHook,
  duoPage,
  oneLoginPage,
  bitbucketPage,
];
