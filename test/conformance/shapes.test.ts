import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { normalise, type Event } from "../../src/event/index.ts";
import { decodeBody } from "../../src/ingest/index.ts";
import { makeRule } from "../engine/matchRule.ts";

// Rules in the manner of those that people share, each against all records of test/data/events, from their bytes on: it must find
// the records that it is written for and no other.
const data = new URL("../data/events/", import.meta.url);
const files = readdirSync(data)
  .filter((shape) => shape !== "golden")
  .flatMap((shape) => readdirSync(new URL(shape, data)).map((file) => `${shape}/${file}`));
const events = await Promise.all(files.map(async (file) => [file.replace(".json", ""), await eventOf(file)] as const));

async function eventOf(file: string): Promise<Event> {
  const decoded = await decodeBody(readFileSync(new URL(file, data)));
  const [only] = decoded.kind === "decoded" ? decoded.records : [];
  if (only === undefined) throw new Error(`${file} holds no record`);
  return normalise(only.record, only.logsource);
}

const linux = (category: string) => `{ product: linux, category: ${category} }`;
const service = (product: string, name: string) => `{ product: ${product}, service: ${name} }`;
const category = (name: string) => `{ category: ${name} }`;

test.each([
  {
    logsource: linux("process_creation"),
    detection: "sel: {Image|endswith: /curl, CommandLine|contains: 'http://198.51.100.7'}\ncondition: sel",
    finds: ["auditd/execve-joined"],
  },
  {
    logsource: service("linux", "auditd"),
    detection: "sel: {type: EXECVE, a0: xclip, a1: -o}\ncondition: sel",
    finds: ["auditbeat/execve"],
  },
  {
    logsource: service("linux", "auditd"),
    detection: "sel: {type: SYSCALL, exe|endswith: /kmod, SYSCALL: execve, euid|exists: false}\ncondition: sel",
    finds: ["auditd/go-audit-execve"],
  },
  {
    logsource: service("linux", "auditd"),
    detection: "sel: {type: PATH, name|contains: cron.daily, nametype: CREATE}\ncondition: sel",
    finds: ["auditd/file-created-relative"],
  },
  {
    logsource: service("linux", "auditd"),
    detection: "sel: {type: SERVICE_STOP, unit: auditd}\ncondition: sel",
    finds: ["auditd/parsed-service-stop"],
  },
  {
    logsource: linux("process_creation"),
    detection: "sel: {ParentImage|endswith: [/node, /apache2, /nginx], User: [ci, www-data, root]}\ncondition: sel",
    finds: ["auditd/laurel-execve", "eventXml/sysmon-linux-syslog", "falco/shell-in-container"],
  },
  {
    logsource: linux("process_creation"),
    detection:
      "sel: {CommandLine|startswith: 'nohup ', CommandLine|endswith: '&', ParentImage|endswith: /bash}\ncondition: sel",
    finds: ["endpoint/elastic-defend-linux-exec"],
  },
  {
    logsource: linux("process_creation"),
    detection: "sel: {Image|endswith: /curl, CommandLine|contains|all: [' -k ', https], User: root}\ncondition: sel",
    finds: ["tetragon/exec"],
  },
  {
    logsource: linux("network_connection"),
    detection: "sel: {Initiated: 'true', DestinationPort: [4444, 3333]}\ncondition: sel",
    finds: ["endpoint/elastic-defend-linux-network", "evtx/sysmon-linux", "tetragon/connect"],
  },
  {
    logsource: linux("network_connection"),
    detection: "sel: {Image|contains: php, DestinationIp|cidr: 203.0.113.0/24}\ncondition: sel",
    finds: ["auditd/connect-joined-not-enriched"],
  },
  {
    logsource: linux("file_event"),
    detection: "sel: {TargetFilename|startswith: [/etc/cron, /tmp/]}\ncondition: sel",
    finds: ["auditd/file-created-relative", "ocsf/file-linux", "osquery/file-events", "winlogbeat/sysmon-linux-agent"],
  },
  {
    logsource: "{ product: macos, category: process_creation }",
    detection:
      "sel: {Image: [/usr/bin/osascript, /usr/bin/security], CommandLine|contains: [' -e ', dump-]}\ncondition: sel",
    finds: ["eslogger/exec", "ocsf/process-macos", "osquery/mac-es-process-events"],
  },
  {
    logsource: "{ product: macos, category: file_event }",
    detection: "sel: {TargetFilename|contains: [/StartupItems/, /LaunchDaemons/]}\ncondition: sel",
    finds: ["endpoint/elastic-defend-macos-file", "eslogger/create"],
  },
  {
    logsource: service("linux", "sshd"),
    detection: "kw: ['Failed password for invalid user']\ncondition: kw",
    finds: ["syslog/sshd-rfc3164"],
  },
  {
    logsource: service("linux", "sudo"),
    detection: "sel: {USER: ['#-*', '#*4294967295']}\ncondition: sel",
    finds: ["syslog/sudo-journald"],
  },
  {
    logsource: service("linux", "auth"),
    detection: "kw: {'|all': [pkexec, '[USER=root]']}\ncondition: kw",
    finds: ["syslog/pkexec-rfc5424"],
  },
  { logsource: service("linux", "cron"), detection: "kw: [REPLACE]\ncondition: kw", finds: ["syslog/cron-rsyslog"] },
  {
    logsource: service("linux", "syslog"),
    detection: "kw: [' denied AXFR from ']\ncondition: kw",
    finds: ["syslog/named-syslog-ng"],
  },
  {
    logsource: service("linux", "clamav"),
    detection: "kw: ['Win.Test*FOUND']\ncondition: kw",
    finds: ["syslog/clamd-fluent-bit"],
  },
  {
    logsource: "{ product: linux }",
    detection: "new: ['new user']\nroot: ['UID=0,', 'GID=0,']\ncondition: new and root",
    finds: ["syslog/filebeat-system-auth"],
  },
  {
    logsource: category("antivirus"),
    detection: "sel: {Signature|contains: EICAR, Filename|startswith: /var/}\ncondition: sel",
    finds: ["syslog/clamd-fluent-bit"],
  },
  {
    logsource: category("database"),
    detection: "kw: [drop]\ncondition: kw",
    finds: ["ecsLog/filebeat-postgresql", "syslog/postgres-rsyslog-file"],
  },
  {
    logsource: category("webserver"),
    detection: "sel: {cs-method: GET, cs-uri-query|contains: ../../, sc-status: 200}\ncondition: sel",
    finds: ["accessLog/apache-combined"],
  },
  {
    logsource: category("webserver"),
    detection:
      "sel: {cs-uri-query|contains: /autodiscover.json, cs-uri-query|contains|all: [owa, Email=]}\ncondition: sel",
    finds: ["w3c/iis"],
  },
  {
    logsource: category("webserver"),
    detection: "kw: ['${jndi:ldap:/']\ncondition: kw",
    finds: ["webJson/nginx-variables"],
  },
  {
    logsource: category("webserver"),
    detection:
      "sel: {cs-uri-stem|endswith: [/.env, /wp-login.php, .jsp], cs-user-agent|contains: [zgrab, python, curl]}\ncondition: sel",
    finds: ["ecsWeb/filebeat-nginx", "webJson/caddy", "webJson/fluent-bit-apache-parser"],
  },
  {
    logsource: category("webserver"),
    detection: "sel: {cs-referer: null, cs-method: POST, sc-status: 302}\ncondition: sel",
    finds: ["w3c/iis"],
  },
  {
    logsource: category("proxy"),
    detection: "sel: {c-uri-extension: [exe, ps1], c-useragent|contains: [Wget, Mozilla]}\ncondition: sel",
    finds: ["ecsWeb/agent-squid", "w3c/blue-coat-proxy", "zscaler/nss-web"],
  },
  {
    logsource: category("proxy"),
    detection: "sel: {cs-host: api.telegram.org}\ncondition: sel",
    finds: ["squid/connect"],
  },
  {
    logsource: category("proxy"),
    detection: "sel: {c-uri|endswith: '.exe\\?x=1', r-dns|endswith: .example}\ncondition: sel",
    finds: ["squid/native"],
  },
  {
    logsource: category("dns"),
    detection: "sel: {record_type: TXT, answer|contains: [cmd.exe, SUVY]}\ncondition: sel",
    finds: ["dnsJson/packetbeat", "suricata/dns-v2-answer"],
  },
  {
    logsource: category("dns"),
    detection: "sel: {query|contains: [.stage., pool.], query|endswith: .example}\ncondition: sel",
    finds: ["dnsLog/bind-file", "dnsLog/bind-syslog"],
  },
  {
    logsource: category("firewall"),
    detection: "sel: {dst_port: [21, 23, 8080], blocked: 'false'}\ncondition: sel",
    finds: [
      "appliance/cisco-asa-built-outbound",
      "appliance/fortigate-traffic",
      "appliance/palo-alto-traffic",
      "ecsFirewall/agent-pfsense",
    ],
  },
  {
    logsource: category("firewall"),
    detection: "sel: {dst_port: [23, 3389], blocked: 'true', src_ip|cidr: 203.0.113.0/24}\ncondition: sel",
    finds: ["appliance/cisco-asa-deny", "appliance/netfilter-ufw"],
  },
  {
    logsource: "{ service: netflow }",
    detection: "sel: {destination.port: 23}\ncondition: sel",
    finds: ["ecsFirewall/filebeat-netflow"],
  },
  { logsource: "{ service: apache }", detection: "kw: [AH00126]\ncondition: kw", finds: ["webErrorLog/apache"] },
  { logsource: "{ service: nginx }", detection: "kw: ['No such file']\ncondition: kw", finds: ["webErrorLog/nginx"] },
  {
    logsource: service("zeek", "dns"),
    detection: "sel: {Z: 0, query|contains: ., qtype_name: a}\nlocal: {id.resp_p: 137}\ncondition: sel and not local",
    finds: ["zeek/dns-path"],
  },
  {
    logsource: service("zeek", "http"),
    detection:
      "sel: {c-useragent|contains: WebDAV, c-uri|endswith: .exe, resp_mime_types|contains: dosexec}\ncondition: sel",
    finds: ["zeek/http-keys"],
  },
  {
    logsource: service("zeek", "smb_files"),
    detection: "sel: {path|endswith: 'IPC$', name: spoolss}\ncondition: sel",
    finds: ["zeek/smb-files-keys"],
  },
  {
    logsource: service("zeek", "dce_rpc"),
    detection: "sel: {operation|startswith: efs, id.orig_h|cidr: 10.0.0.0/8}\ncondition: sel",
    finds: ["zeek/filebeat-dce-rpc"],
  },
  {
    logsource: service("zeek", "x509"),
    detection: "sel: {certificate.serial: 8BB00EE}\ncondition: sel",
    finds: ["zeek/x509"],
  },
  {
    logsource: service("cisco", "aaa"),
    detection: "kw: ['no logging', 'show running-config']\ncondition: kw",
    finds: ["appliance/cisco-command", "appliance/cisco-tacacs-accounting"],
  },
  {
    logsource: service("cisco", "bgp"),
    detection: "kw: {'|all': [':179', IP-TCP-3-BADAUTH]}\ncondition: kw",
    finds: ["appliance/cisco-xr-bgp"],
  },
  {
    logsource: service("huawei", "bgp"),
    detection: "kw: {'|all': [':179', BGP_AUTH_FAILED]}\ncondition: kw",
    finds: ["appliance/huawei-bgp"],
  },
  {
    logsource: service("juniper", "bgp"),
    detection: "kw: {'|all': [':179', 'missing MD5 digest']}\ncondition: kw",
    finds: ["appliance/juniper-bgp"],
  },
  {
    logsource: service("cisco", "duo"),
    detection: "sel: {event_type: authentication, reason: bypass_user}\ncondition: sel",
    finds: ["duo/bypass"],
  },
  {
    logsource: service("fortigate", "event"),
    detection: "sel: {action: Add, cfgpath: system.admin}\ncondition: sel",
    finds: ["appliance/fortigate-event"],
  },
  {
    logsource: "{ product: paloalto, service: globalprotect, category: appliance }",
    detection: "kw: ['failed to unmarshal session(']\ncondition: kw",
    finds: ["globalProtect/gpsvc"],
  },
  {
    logsource: "{ product: opencanary, category: application }",
    detection: "sel: {logtype: 4002}\ncondition: sel",
    finds: ["openCanary/ssh-login"],
  },
  {
    logsource: "{ product: spring, category: application }",
    detection: "kw: [org.springframework.expression.ExpressionException]\ncondition: kw",
    finds: ["applicationLog/spring-json"],
  },
  {
    logsource: "{ product: jvm, category: application }",
    detection: "kw: {'|all': [FileNotFoundException, /../../..]}\ncondition: kw",
    finds: ["applicationLog/java-line"],
  },
  {
    logsource: "{ product: python, category: application }",
    detection: "kw: [OperationalError]\ncondition: kw",
    finds: ["applicationLog/python-traceback"],
  },
  {
    logsource: "{ product: nodejs, category: application }",
    detection: "kw: ['node:child_process']\ncondition: kw",
    finds: ["applicationLog/node-stack"],
  },
])("$logsource $detection finds $finds", ({ logsource, detection, finds }) => {
  const ruleSet = createRuleSet([["rule", makeRule(detection, logsource)] as const]);
  const found = events.filter(([, event]) => match(ruleSet, event).length > 0).map(([name]) => name);
  expect(found).toEqual([...finds].sort());
});
