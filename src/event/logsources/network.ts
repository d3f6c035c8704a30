import type { LogsourceRow } from "../logsourceRow.ts";

const zeekLogs =
  `conn dce_rpc dhcp dnp3 files ftp irc kerberos modbus mysql notice ntlm ntp ocsp pe radius rdp rfb sip smb_cmd smb_files
   smb_mapping smtp snmp socks software ssh ssl syslog tunnel weird x509`.split(/\s+/);

const zeek = (service: string, ...always: string[]): LogsourceRow => ({
  product: "zeek",
  service,
  logs: [`zeek ${service}`],
  always,
});

const cisco = (service: string): LogsourceRow => ({ product: "cisco", service, logs: [`cisco ${service}`] });

/**
 * The logs of networks: sensors, proxies, web and name servers, firewalls and other appliances. Names of logs are given by the
 * shapes.
 *
 * A request that a sensor sees on the wire is what a proxy or the server itself would have logged: it has both categories.
 *
 * Sources: the logs of Zeek and Suricata, the logsources of the Sigma taxonomy appendix and of SigmaHQ's rules.
 */
export const networkLogsources: readonly LogsourceRow[] = [
  { logs: ["web access"], always: ["webserver"] },
  { service: "apache", logs: ["apache access"], always: ["webserver"] },
  { service: "nginx", logs: ["nginx access"], always: ["webserver"] },
  { service: "apache", logs: ["apache error"] },
  { service: "nginx", logs: ["nginx error"] },
  { logs: ["proxy access"], always: ["proxy"] },
  { logs: ["dns queries"], always: ["dns"] },
  { service: "netflow", logs: ["network flows"] },
  { logs: ["database"], always: ["database"] },
  { logs: ["antivirus"], always: ["antivirus"] },

  ...zeekLogs.map((service) => zeek(service)),
  zeek("dns", "dns"),
  zeek("http", "proxy", "webserver"),
  { product: "suricata", service: "dns", logs: ["suricata dns"], always: ["dns"] },
  { product: "suricata", service: "http", logs: ["suricata http"], always: ["proxy", "webserver"] },
  ...["alert", "anomaly", "fileinfo", "flow", "tls", "ssh", "smb", "smtp", "krb5", "rdp"].map((service) => ({
    product: "suricata",
    service,
    logs: [`suricata ${service}`],
  })),

  { logs: ["firewall"], always: ["firewall"] },
  { product: "linux", service: "iptables", logs: ["linux firewall"], always: ["firewall"] },
  { product: "cisco", service: "asa", logs: ["cisco asa"], categories: { connection: ["firewall"] } },
  ...["aaa", "bgp", "duo", "ldp", "syslog"].map(cisco),
  { product: "juniper", service: "bgp", logs: ["juniper bgp"] },
  { product: "huawei", service: "bgp", logs: ["huawei bgp"] },
  { product: "fortigate", service: "event", logs: ["fortigate event"] },
  { product: "fortigate", service: "traffic", logs: ["fortigate traffic"], always: ["firewall"] },
  { product: "fortigate", service: "utm", logs: ["fortigate utm"] },
  { product: "paloalto", service: "traffic", logs: ["paloalto traffic"], always: ["firewall"] },
  { product: "paloalto", service: "threat", logs: ["paloalto threat"] },
  { product: "paloalto", service: "globalprotect", logs: ["paloalto globalprotect"], always: ["appliance"] },
];
