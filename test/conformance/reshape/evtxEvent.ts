import type { JsonObject } from "../../../src/event/index.ts";

/** An event as SigmaHQ ships it: JSON of evtx_dump. */
export interface EvtxEvent {
  readonly channel: string;
  readonly code: number;
  readonly provider: string;
  readonly providerGuid: string;
  readonly computer: string;
  readonly recordId: number;
  /** ISO 8601. */
  readonly time: string;
  readonly processId: number;
  readonly threadId: number;
  readonly userId: string | undefined;
  /** As text, as every shipper but evtx_dump writes them. */
  readonly data: Readonly<Record<string, string>>;
}

interface Written {
  readonly Event: {
    readonly System: {
      readonly Provider: { readonly "#attributes": { readonly Name: string; readonly Guid: string } };
      readonly EventID: number | { readonly "#text": number };
      readonly Channel: string;
      readonly Computer: string;
      readonly EventRecordID: number;
      readonly TimeCreated: { readonly "#attributes": { readonly SystemTime: string } };
      readonly Execution: { readonly "#attributes": { readonly ProcessID: number; readonly ThreadID: number } };
      readonly Security: { readonly "#attributes"?: { readonly UserID: string } } | null;
    };
    readonly EventData: Readonly<Record<string, string | number | boolean | null>>;
  };
}

export function readEvtx(record: JsonObject): EvtxEvent {
  const { System: system, EventData: data } = (record as unknown as Written).Event;
  return {
    channel: system.Channel,
    code: typeof system.EventID === "number" ? system.EventID : system.EventID["#text"],
    provider: system.Provider["#attributes"].Name,
    providerGuid: `{${system.Provider["#attributes"].Guid.toLowerCase()}}`,
    computer: system.Computer,
    recordId: system.EventRecordID,
    time: system.TimeCreated["#attributes"].SystemTime,
    processId: system.Execution["#attributes"].ProcessID,
    threadId: system.Execution["#attributes"].ThreadID,
    userId: system.Security?.["#attributes"]?.UserID,
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value ?? "")])),
  };
}
