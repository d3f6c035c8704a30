/** Accounts that the Security log names after the machine (`PC$`), and Sysmon and rules by these names. */
const accounts = new Map([
  ["S-1-5-18", "NT AUTHORITY\\SYSTEM"],
  ["S-1-5-19", "NT AUTHORITY\\LOCAL SERVICE"],
  ["S-1-5-20", "NT AUTHORITY\\NETWORK SERVICE"],
]);

/** The name of an account that every Windows has, by its security identifier (Microsoft, "Well-known SIDs"). */
export const wellKnownAccount = (sid: string | undefined): string | undefined => accounts.get(sid ?? "");
