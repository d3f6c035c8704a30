import { parseAddress } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { has } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const hostBitsSet = itemCheck({
  code: "host-bits-set",
  explanation: "The address of a network names a host in it: other tools refuse it.",
  link: modifiers("ip-internet-protocol-modifiers"),
  *find(item) {
    if (!has(item, "cidr")) return;
    for (const { text, span, alternatives } of item.values) {
      const [network] = alternatives;
      const [host = "", prefix] = text.split("/");
      const [address, first] = [
        parseAddress(host),
        network?.kind === "cidr" ? parseAddress(network.network) : undefined,
      ];
      if (prefix === undefined || !address || !first || address.bits === first.bits) continue;
      const hint = network?.kind === "cidr" ? `the network is \`${network.network}/${prefix}\`` : undefined;
      yield { span, message: `${quote(host)} is a host in this network, not its first address`, hint };
    }
  },
});
