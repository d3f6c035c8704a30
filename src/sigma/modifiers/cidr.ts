import { parseNetwork } from "../network.ts";
import { made, type Modifier, refused } from "./modifier.ts";
import { showValue } from "./showValue.ts";

/** The field is an address in this network. An address alone is a network of one. */
export const cidr: Modifier = {
  name: "cidr",
  role: "operator",
  apply: (_, value) => {
    const network = parseNetwork(value.text);
    if (network) return made({ kind: "cidr", ...network });
    const message = `${showValue(value)} is not an IPv4 or IPv6 network`;
    return refused({ code: "invalid-cidr", message, hint: "a network looks like `10.0.0.0/8` or `fe80::/10`" });
  },
};
