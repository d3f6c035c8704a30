/**
 * What stands in a great share of all events, folded: a rule that is looked up by a piece of these would be looked up again and again.
 *
 * Written down from what operating systems and common programs put into their logs; a text that is missing here makes
 * matching slower, never wrong.
 */
const common: readonly string[] = [
  "c:\\windows\\system32\\svchost.exe",
  "c:\\windows\\system32\\services.exe",
  "c:\\windows\\system32\\lsass.exe",
  "c:\\windows\\system32\\wbem\\wmiprvse.exe",
  "c:\\windows\\system32\\conhost.exe",
  "c:\\windows\\system32\\cmd.exe",
  "c:\\windows\\system32\\taskhostw.exe",
  "c:\\windows\\system32\\backgroundtaskhost.exe",
  "c:\\windows\\system32\\windowspowershell\\v1.0\\powershell.exe",
  "c:\\windows\\syswow64\\windowspowershell\\v1.0\\powershell.exe",
  "c:\\windows\\explorer.exe",
  "c:\\windows\\system32\\drivers\\etc\\",
  "c:\\windows\\system32\\ntdll.dll+9c534|c:\\windows\\system32\\kernelbase.dll+305fe|c:\\windows\\system32\\kernel32.dll",
  "c:\\windows\\temp\\",
  "c:\\windows\\prefetch\\",
  "c:\\windows\\winsxs\\",
  "c:\\windows\\microsoft.net\\framework64\\v4.0.30319\\",
  "c:\\program files\\common files\\",
  "c:\\program files (x86)\\microsoft\\edge\\application\\msedge.exe",
  "c:\\program files\\google\\chrome\\application\\chrome.exe",
  "c:\\programdata\\microsoft\\windows defender\\platform\\msmpeng.exe",
  "c:\\users\\public\\",
  "c:\\users\\administrator\\appdata\\local\\temp\\",
  "c:\\users\\user\\appdata\\roaming\\microsoft\\windows\\start menu\\programs\\",
  "\\device\\harddiskvolume2\\windows\\system32\\",
  "hklm\\software\\microsoft\\windows nt\\currentversion\\",
  "hklm\\software\\microsoft\\windows\\currentversion\\policies\\explorer\\",
  "hklm\\software\\wow6432node\\microsoft\\windows\\currentversion\\",
  "hklm\\software\\classes\\clsid\\{",
  "hklm\\software\\policies\\microsoft\\windows\\",
  "hklm\\system\\currentcontrolset\\services\\tcpip\\parameters\\interfaces\\",
  "hklm\\system\\currentcontrolset\\control\\lsa\\",
  "hku\\s-1-5-21-1234567890-1234567890-1234567890-1001\\software\\microsoft\\windows\\currentversion\\explorer\\",
  "hku\\.default\\software\\",
  "hkcr\\", "hkey_local_machine\\", "hkey_current_user\\",
  "\\registry\\machine\\", "\\registry\\user\\",
  "dword (0x00000000)", "dword (0x00000001)", "qword (0x00000000-0x00000000)", "binary data", "(empty)",
  "nt authority\\system", "nt authority\\network service", "nt authority\\local service", "system", "administrator", "window manager",
  "microsoft corporation", "microsoft® windows® operating system", "microsoft windows", "windows", "valid", "medium", "high",
  "true", "false", "0x0", "0x1", "0x1000", "0x1400", "0x1410", "0x1fffff", "0x1f3fff", "s-1-5-18", "s-1-0-0", "s-1-16-12288", "ntlm", "kerberos", "negotiate",
  "127.0.0.1", "::1", "10.", "192.168.", "172.16.", "fe80:", "tcp", "udp", "135", "443", "445", "80", "53",
  "md5=", "sha1=", "sha256=", "imphash=00000000000000000000000000000000",
  "\\pipe\\", "lsass", "spoolss", "srvsvc", "wkssvc", "samr",
  "http://", "https://", "www.", ".com", ".net", ".org", "microsoft.com", "windowsupdate.com", "mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko) chrome/ safari/537.36",
  "get", "post", "/", "index.html", "200", "404",
  ".exe", ".dll", ".sys", ".ps1", ".bat", ".tmp", ".log", ".txt", ".xml", ".lnk", ".pf", ".etl", ".zip", ".js", ".py", ".sh",
  "powershell.exe -noprofile -executionpolicy bypass -command ", "cmd.exe /c ", "cmd /c ", "rundll32.exe", "reg.exe", "net.exe", "net1.exe", "python",
  "hostapplication=", "hostname=consolehost", "hostversion=5.1", "engineversion=5.1", "commandinvocation(", "parameterbinding(", "write-host", "get-", "set-", "new-object", "import-module", "invoke-", "function ", "param", "$env:", "$true", "$null", "system.", "out-null", "where-object", "foreach-object",
  " -", " /", "--", "-c ", "-e ", "-f ", "-i ", "-p ", "-s ", "-u ", "/c ", "/i ", "/s ", "/u ", "/bin/sh", "/bin/bash", "/usr/bin/", "/usr/sbin/", "/usr/lib/", "/etc/", "/tmp/", "/var/log/", "/var/lib/", "/home/", "/dev/null", "/proc/", "root", "bash", "sudo", "ssh", "sshd",
  "user", "users", "group", "domain", "account", "password", "admin", "local", "service", "process", "network", "computer", "server", "file", "name", "type", "object", "access", "security", "version", "update", "install", "config", "data", "success", "failure", "error",
];

/** A text between line breaks each, so that one search does for all. */
const lines = `\n${common.join("\n")}\n`;

const framed: Readonly<Record<"equals" | "startswith" | "endswith" | "contains", (text: string) => string>> = {
  equals: (text) => `\n${text}\n`,
  startswith: (text) => `\n${text}`,
  endswith: (text) => `${text}\n`,
  contains: (text) => text,
};

/** Whether a folded text is as common as that in this place. */
export const isCommon = (kind: keyof typeof framed, text: string): boolean => lines.includes(framed[kind](text));

/** How often a run of characters stands in these texts. */
export function countInCommon(run: string): number {
  let count = 0;
  for (let at = lines.indexOf(run); at >= 0; at = lines.indexOf(run, at + 1)) count += 1;
  return count;
}
