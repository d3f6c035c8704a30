import { detectionStats, readZone } from "../../detection/index.ts";
import { builder, only } from "../builder.ts";
import { clientError } from "../errors.ts";
import { DetectionFilterInput, readDetectionFilter } from "../inputs/detectionFilter.ts";
import { readRange, TimeRangeInput } from "../inputs/timeRange.ts";
import { DetectionStatsRef } from "../types/detectionStats.ts";

builder.queryField("detectionStats", (t) =>
  t.field({
    type: DetectionStatsRef,
    ...only("read"),
    description: "Figures of detections: over time, by what they are, by whom they are about, against the time before.",
    args: {
      filter: t.arg({ type: DetectionFilterInput, description: "Absent: all." }),
      range: t.arg({ type: TimeRangeInput, required: true, description: "When their events happened." }),
      timeZone: t.arg.string({
        defaultValue: "UTC",
        description: "By whose clocks hours and days begin: a name of the IANA database, such as `Europe/Berlin`.",
      }),
      includeTests: t.arg.boolean({ defaultValue: false, description: "Also those of rules in state TESTING." }),
    },
    resolve: (_, args, { principal, rooms, book }) => {
      const now = rooms.clock();
      const name = args.timeZone ?? "UTC";
      const zone = readZone(name);
      if (zone === undefined) {
        throw clientError(
          "BAD_USER_INPUT",
          `timeZone: ${JSON.stringify(name)} is no time zone: write a name of the IANA database, such as Europe/Berlin`,
        );
      }
      return detectionStats(rooms, {
        tenantId: principal.tenantId,
        book,
        filter: readDetectionFilter(args.filter, now),
        includeTests: args.includeTests ?? false,
        span: readRange(args.range, now),
        zone,
      });
    },
  }),
);
