/** Sysmon's words for mandatory labels, which the Security log writes as security identifiers (Microsoft, "Well-known SIDs"). */
export const integrityLevels: ReadonlyMap<string, string> = new Map([
  ["S-1-16-0", "Untrusted"],
  ["S-1-16-4096", "Low"],
  ["S-1-16-8192", "Medium"],
  ["S-1-16-8448", "Medium Plus"],
  ["S-1-16-12288", "High"],
  ["S-1-16-16384", "System"],
]);
