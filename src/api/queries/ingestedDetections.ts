import { type FeedRooms, type IngestedPage, type IngestedQuery, listIngested } from "../../detection/index.ts";
import { clientError } from "../errors.ts";
import { type ConnectionArguments, encodeCursor, pageRequest } from "../paging.ts";
import { readSequenceCursor, sequenceCursor } from "../sequenceCursor.ts";

/** A page of the ingest order as Relay's connection. Its cursors are there when it is empty, and lead past all that was looked at. */
export async function ingestedDetections(rooms: FeedRooms, query: IngestedQuery, args: ConnectionArguments) {
  const { after, before, ...size } = pageRequest(args, (text) =>
    readSequenceCursor(text) === undefined ? undefined : text,
  );
  const start = after === undefined ? undefined : readSequenceCursor(after);
  const end = before === undefined ? undefined : readSequenceCursor(before);
  const page = await listIngested(rooms, query, {
    ...size,
    ...(start !== undefined && { after: start }),
    ...(end !== undefined && { before: end }),
  });
  if (page) return ingestedConnection(page);
  throw clientError(
    "BAD_USER_INPUT",
    "`after` lies ahead of all detections: the database is an earlier state of the one that gave it. Go on without `after`, or from `last: 0`",
  );
}

function ingestedConnection({ items, after, end, hasNext, hasPrevious }: IngestedPage) {
  const edges = items.map((node) => ({ node, cursor: encodeCursor(sequenceCursor(node.sequence)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: encodeCursor(sequenceCursor(after + 1n)),
      endCursor: encodeCursor(sequenceCursor(end)),
    },
  };
}
