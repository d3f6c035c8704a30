import { deleteRules, setFilterExpiry } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { readIds } from "../ids.ts";
import { ConfigurePayload } from "../types/configurePayload.ts";

builder.mutationFields((t) => {
  const ids = t.arg.idList({ required: true, description: "The rules' ids: one or many." });
  return {
    deleteRules: t.field({
      type: ConfigurePayload,
      ...only("administer"),
      description:
        "Deletes rules, filters and correlations. Their detections stay and keep naming them; a rule whose id comes again is there again, as a new revision.",
      args: { ids },
      resolve: (_, args, { principal, rooms }) => deleteRules(rooms, principal, readIds(args.ids)),
    }),
    setFilterExpiry: t.field({
      type: ConfigurePayload,
      ...only("administer"),
      description: "Sets when filters stop to narrow rules.",
      args: {
        ids: t.arg.idList({ required: true, description: "The filters' ids: one or many." }),
        expiresAt: t.arg({
          type: "DateTime",
          description: "Null: they do not end. A time that is past ends them now.",
        }),
      },
      resolve: async (_, args, { principal, rooms }) => {
        const { unfit, ...result } = await setFilterExpiry(rooms, principal, readIds(args.ids), args.expiresAt ?? null);
        const message = "only filters expire: disable or delete the rule";
        return { ...result, refused: unfit.map((id) => ({ code: "NOT_A_FILTER", message, id })) };
      },
    }),
  };
});
