/**
 * Categories and services of Windows whose events are not written until somebody asks for them, and what must be done.
 *
 * Source: Microsoft's documentation of PowerShell logging, and the default state of the channels.
 */
export const logsToSwitchOn: ReadonlyMap<string, string> = new Map([
  ["ps_script", "“Script Block Logging” must be on"],
  ["ps_module", "“Module Logging” must be on"],
  ["pipe_created", "Sysmon's configuration must ask for named pipes"],
  ["dns-client", "the channel “DNS Client Events/Operational” must be on"],
  ["taskscheduler", "the channel “TaskScheduler/Operational” must be on"],
  ["ntlm", "NTLM must be audited"],
  ["dns-server-analytic", "the channel “DNS Server/Analytical” must be on"],
  ["ldap", "the channel “LDAP-Client/Debug” must be on"],
  ["capi2", "the channel “CAPI2/Operational” must be on"],
  ["driver-framework", "the channel “DriverFrameworks-UserMode/Operational” must be on"],
]);

/** What must be done for a subcategory of the audit policy. */
const audit = (subcategory: string): string => `“Audit ${subcategory}” must be on`;
const withEntry = "access to the object must be audited, with an entry in its SACL";

/**
 * Events of the log Security that are not written by default -> what must be done.
 *
 * Source: Microsoft's documentation of the advanced audit policy.
 */
export const auditedEvents: ReadonlyMap<string, string> = new Map(
  [
    { ids: ["4610", "4611", "4614", "4622", "4697"], need: audit("Security System Extension") },
    { ids: ["4698", "4699", "4700", "4701", "4702"], need: audit("Other Object Access Events") },
    { ids: ["5136", "5137", "5138", "5139", "5141"], need: audit("Directory Service Changes") },
    { ids: ["4662"], need: audit("Directory Service Access") },
    { ids: ["5140", "5142", "5143", "5144"], need: audit("File Share") },
    { ids: ["5145"], need: audit("Detailed File Share") },
    { ids: ["4661"], need: audit("SAM") },
    { ids: ["4657", "4663"], need: withEntry },
    { ids: ["5031", "5150", "5151"], need: audit("Filtering Platform Connection") },
    { ids: ["5154", "5155", "5156", "5157", "5158", "5159"], need: audit("Filtering Platform Connection") },
    { ids: ["5441", "5447", "5449"], need: audit("Filtering Platform Policy Change") },
    { ids: ["4886", "4887", "4888", "4898", "4899", "4900"], need: audit("Certification Services") },
    { ids: ["4688"], need: audit("Process Creation") },
  ].flatMap(({ ids, need }) => ids.map((id) => [id, need] as const)),
);
