import type { LayerRequest } from "./attackLayer.ts";
import type { Span } from "./stats/slots.ts";

/** A request for a layer as the parameters of an address; spans in ms since 1970. */
export function layerParameters(request: LayerRequest): Record<string, string> {
  if (request.source === "rules") return { source: "rules" };
  const { span, compareTo } = request;
  return {
    source: "detections",
    ...{ from: String(span.fromMs), to: String(span.toMs) },
    ...(compareTo && { compareFrom: String(compareTo.fromMs), compareTo: String(compareTo.toMs) }),
  };
}

/** Reads what `layerParameters` gives; undefined if it is something else. */
export function readLayerParameters(given: Readonly<Record<string, string>>): LayerRequest | undefined {
  if (given["source"] === "rules") return { source: "rules" };
  if (given["source"] !== "detections") return undefined;
  const span = readSpan(given["from"], given["to"]);
  const isCompared = "compareFrom" in given || "compareTo" in given;
  const compareTo = isCompared ? readSpan(given["compareFrom"], given["compareTo"]) : undefined;
  if (!span || (isCompared && !compareTo)) return undefined;
  return { source: "detections", span, ...(compareTo && { compareTo }) };
}

function readSpan(from: string | undefined, to: string | undefined): Span | undefined {
  const [fromMs, toMs] = [Number(from), Number(to)];
  const isSpan = Number.isSafeInteger(fromMs) && Number.isSafeInteger(toMs) && fromMs < toMs;
  return isSpan ? { fromMs, toMs } : undefined;
}
