import { expect, test } from "vitest";
import { syscallName } from "../../../src/event/audit/syscalls.ts";

test.each([
  { arch: "c000003e", number: "59", name: "execve", because: "x86 of 64 bits" },
  { arch: "c000003e", number: "322", name: "execveat", because: "later calls as well" },
  { arch: "c000003e", number: "435", name: "clone3", because: "behind the gap that all architectures share" },
  { arch: "40000003", number: "11", name: "execve", because: "x86 of 32 bits has other numbers" },
  { arch: "c00000b7", number: "221", name: "execve", because: "ARM of 64 bits" },
  { arch: "0xC000003E", number: "319", name: "memfd_create", because: "Laurel writes the number so" },
  { arch: "x86_64", number: "155", name: "pivot_root", because: "shippers interpret the architecture alone" },
  { arch: "c000003e", number: "9999", name: undefined, because: "there is no such call" },
  { arch: "c000002a", number: "59", name: undefined, because: "the architecture is not known" },
  { arch: "c000003e", number: "execve", name: undefined, because: "it is no number" },
])("$arch $number is $name: $because", ({ arch, number, name }) => {
  expect(syscallName(arch, number)).toBe(name);
});
