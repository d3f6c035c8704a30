/** Programs that Sigma has a service for -> that service. */
const services: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sshd: ["sshd", "sshd-session", "sshd-auth"],
    sudo: ["sudo"],
    cron: ["cron", "crond", "crontab", "anacron", "cronie"],
    auth: [
      ...["su", "login", "pkexec", "polkitd", "polkit-agent-helper-1", "systemd-logind", "passwd", "chpasswd", "chage"],
      ...["useradd", "userdel", "usermod", "groupadd", "groupdel", "groupmod", "gpasswd", "newgrp", "chfn", "chsh"],
    ],
    clamav: ["clamd", "clamscan", "clamdscan", "clamonacc", "clamav", "clamav-daemon", "freshclam", "clamav-milter"],
    vsftpd: ["vsftpd"],
    guacamole: ["guacd", "guacamole"],
    database: ["postgres", "postgresql", "mysqld", "mariadbd", "mysql", "mysql-server_auditing", "mongod"],
  }).flatMap(([service, programs]) => programs.map((program) => [program, service] as const)),
);

/** What Sigma calls the log of a program: by its name, else by the facility that it writes to. Of databases it is the category. */
export function serviceOf(program: string | undefined, facility: string | undefined): string {
  const name = program?.slice(program.lastIndexOf("/") + 1).toLowerCase() ?? "";
  const known = services.get(name) ?? (name.startsWith("gdm-") ? "auth" : undefined);
  return known ?? byFacility.get(facility?.toLowerCase() ?? "") ?? "syslog";
}

/** By name or number (RFC 5424, section 6.2.1). */
const byFacility: ReadonlyMap<string, string> = new Map([
  ["auth", "auth"],
  ["authpriv", "auth"],
  ["security/authorization", "auth"],
  ["4", "auth"],
  ["10", "auth"],
  ["cron", "cron"],
  ["clock", "cron"],
  ["9", "cron"],
]);
