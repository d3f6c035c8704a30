/** What the events of a log are to Sigma. */
export interface LogsourceRow {
  readonly product: string;
  readonly service: string;
  /** The log's names, in any case. */
  readonly logs: readonly string[];
  /** Who writes to this log and to no other: for records that do not name the log. */
  readonly providers?: readonly string[];
  /** Code of the event -> its categories. */
  readonly categories?: Readonly<Record<string, readonly string[]>>;
  /** Code -> action -> categories that this action adds. */
  readonly actions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const microsoft = "Microsoft-Windows-";

/** A Windows log of Microsoft's, named without its prefix. */
const windows = (service: string, ...logs: string[]): LogsourceRow => ({
  product: "windows",
  service,
  logs: logs.map((log) => microsoft + log),
});

/**
 * The one table that says what events are: product, service and categories by log and event code.
 *
 * Sources: Microsoft's names of channels and events; the logsources of the Sigma taxonomy appendix and of SigmaHQ's rules.
 */
export const logsources: readonly LogsourceRow[] = [
  {
    product: "windows",
    service: "sysmon",
    logs: ["Microsoft-Windows-Sysmon/Operational"],
    providers: ["Microsoft-Windows-Sysmon"],
    categories: {
      1: ["process_creation"],
      2: ["file_change"],
      3: ["network_connection"],
      4: ["sysmon_status"],
      5: ["process_termination"],
      6: ["driver_load"],
      7: ["image_load"],
      8: ["create_remote_thread"],
      9: ["raw_access_thread", "raw_access_read"],
      10: ["process_access"],
      11: ["file_event"],
      12: ["registry_event"],
      13: ["registry_event", "registry_set"],
      14: ["registry_event", "registry_rename"],
      15: ["create_stream_hash"],
      16: ["sysmon_status"],
      17: ["pipe_created"],
      18: ["pipe_created"],
      19: ["wmi_event"],
      20: ["wmi_event"],
      21: ["wmi_event"],
      22: ["dns_query"],
      23: ["file_delete"],
      24: ["clipboard_capture", "clipboard_change"],
      25: ["process_tampering"],
      26: ["file_delete", "file_delete_detected"],
      27: ["file_block_executable"],
      28: ["file_block_shredding"],
      29: ["file_executable_detected"],
      255: ["sysmon_error"],
    },
    actions: {
      12: { CreateKey: ["registry_add"], DeleteKey: ["registry_delete"], DeleteValue: ["registry_delete"] },
    },
  },
  {
    product: "windows",
    service: "powershell",
    logs: ["Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational"],
    providers: ["Microsoft-Windows-PowerShell", "PowerShellCore"],
    categories: { 4103: ["ps_module"], 4104: ["ps_script"] },
  },
  {
    product: "windows",
    service: "powershell-classic",
    logs: ["Windows PowerShell"],
    providers: ["PowerShell"],
    categories: { 400: ["ps_classic_start"], 600: ["ps_classic_provider_start"], 800: ["ps_classic_script"] },
  },
  {
    product: "windows",
    service: "security",
    logs: ["Security"],
    providers: ["Microsoft-Windows-Security-Auditing"],
    categories: { 4688: ["process_creation"] },
  },
  { product: "windows", service: "application", logs: ["Application"] },
  { product: "windows", service: "system", logs: ["System"], providers: ["Service Control Manager"] },
  {
    ...windows("windefend", "Windows Defender/Operational"),
    providers: ["Microsoft-Windows-Windows Defender"],
  },
  windows(
    "applocker",
    "AppLocker/MSI and Script",
    "AppLocker/EXE and DLL",
    "AppLocker/Packaged app-Deployment",
    "AppLocker/Packaged app-Execution",
  ),
  windows("appmodel-runtime", "AppModel-Runtime/Admin"),
  windows(
    "application-experience",
    "Application-Experience/Program-Telemetry",
    "Application-Experience/Program-Compatibility-Assistant",
  ),
  windows("appxdeployment-server", "AppXDeploymentServer/Operational"),
  windows("appxpackaging-om", "AppxPackaging/Operational"),
  windows("bitlocker", "BitLocker/BitLocker Management"),
  windows("bits-client", "Bits-Client/Operational"),
  windows("capi2", "CAPI2/Operational"),
  windows("certificateservicesclient-lifecycle-system", "CertificateServicesClient-Lifecycle-System/Operational"),
  windows("codeintegrity-operational", "CodeIntegrity/Operational"),
  windows("dhcp", "DHCP-Server/Operational"),
  windows("diagnosis-scripted", "Diagnosis-Scripted/Operational"),
  windows("dns-client", "DNS-Client/Operational", "DNS Client Events/Operational"),
  { product: "windows", service: "dns-server", logs: ["DNS Server"] },
  windows("dns-server-analytic", "DNS-Server/Analytical"),
  windows("dns-server-audit", "DNS-Server/Audit"),
  windows("driver-framework", "DriverFrameworks-UserMode/Operational"),
  windows("firewall-as", "Windows Firewall With Advanced Security/Firewall"),
  windows("hyper-v-worker", "Hyper-V-Worker", "Hyper-V-Worker-Admin"),
  {
    product: "windows",
    service: "iis-configuration",
    logs: ["Microsoft-IIS-Configuration/Operational"],
    providers: ["Microsoft-Windows-IIS-Configuration"],
  },
  windows("kernel-event-tracing", "Kernel-EventTracing", "Kernel-EventTracing/Admin"),
  windows("kernel-shimengine", "Kernel-ShimEngine/Operational", "Kernel-ShimEngine/Diagnostic"),
  windows("ldap", "LDAP-Client/Debug"),
  windows("lsa-server", "LSA/Operational"),
  {
    product: "windows",
    service: "microsoft-servicebus-client",
    logs: ["Microsoft-ServiceBus-Client/Admin", "Microsoft-ServiceBus-Client/Operational"],
  },
  { product: "windows", service: "msexchange-management", logs: ["MSExchange Management"] },
  windows("ntfs", "Ntfs/Operational"),
  windows("ntlm", "NTLM/Operational"),
  { product: "windows", service: "openssh", logs: ["OpenSSH/Operational"], providers: ["OpenSSH"] },
  windows("printservice-admin", "PrintService/Admin"),
  windows("printservice-operational", "PrintService/Operational"),
  windows(
    "security-mitigations",
    "Security-Mitigations/KernelMode",
    "Security-Mitigations/UserMode",
    "Security-Mitigations/Kernel Mode",
    "Security-Mitigations/User Mode",
  ),
  windows("sense", "SENSE/Operational"),
  windows("shell-core", "Shell-Core/Operational"),
  windows("smbclient-connectivity", "SmbClient/Connectivity"),
  windows("smbclient-security", "SmbClient/Security"),
  windows("smbserver-connectivity", "SMBServer/Connectivity"),
  { ...windows("taskscheduler", "TaskScheduler/Operational"), providers: ["Microsoft-Windows-TaskScheduler"] },
  windows("terminalservices-localsessionmanager", "TerminalServices-LocalSessionManager/Operational"),
  windows("vhdmp", "VHDMP/Operational", "VHDMP-Operational"),
  { ...windows("wmi", "WMI-Activity/Operational"), providers: ["Microsoft-Windows-WMI-Activity"] },
];
