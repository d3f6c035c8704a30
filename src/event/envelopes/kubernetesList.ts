import type { Envelope } from "../envelope.ts";

/**
 * What the API server of Kubernetes posts to an audit webhook.
 *
 * @see Kubernetes, "kube-apiserver Audit Configuration (v1)", EventList
 */
export const kubernetesList: Envelope = {
  name: "kubernetesList",
  list: ["items"],
  fits: ({ kind, apiVersion }) =>
    kind === "EventList" && typeof apiVersion === "string" && apiVersion.startsWith("audit.k8s.io/"),
};
