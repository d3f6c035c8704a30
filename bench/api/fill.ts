// A database for the service to start on: rules and detections as bench:query has them, and the events of the latest.
import { rollUp } from "../../src/store/index.ts";
import { openBench, type OpenOptions } from "../query/open.ts";

/** So many of the latest detections have their event: those that are opened. */
const withEvent = 2_000;

export async function fill(options: OpenOptions & { readonly keep: string }): Promise<void> {
  const rooms = await openBench(options);
  try {
    const { pool } = rooms.database;
    await rollUp(rooms.database);
    await pool.query(insertEvents, [withEvent]);
    await pool.query("vacuum analyze");
  } finally {
    await rooms.close();
  }
}

const insertEvents = `
insert into event (id, tenant_id, time, time_origin, product, categories, service, host, user_name, source_address, record)
select event_id, tenant_id, time, 0, 'windows', '{process_creation}', null, host, user_name, source_address,
  json_build_object('EventID', 1, 'Channel', 'Microsoft-Windows-Sysmon/Operational', 'UtcTime', to_char(time, 'YYYY-MM-DD HH24:MI:SS.MS'),
    'Computer', host, 'User', user_name, 'ProcessId', 1000 + sequence % 9000, 'Image', 'C:\\Windows\\System32\\cmd.exe',
    'CommandLine', 'cmd.exe /c whoami ' || sequence, 'CurrentDirectory', 'C:\\Windows\\', 'IntegrityLevel', 'High',
    'ParentImage', 'C:\\Windows\\explorer.exe', 'ParentCommandLine', 'C:\\Windows\\explorer.exe')::text
from (select * from detection order by id desc limit $1) d
on conflict do nothing`;
