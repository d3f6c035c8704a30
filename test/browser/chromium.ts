import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** Where systems put a browser that they installed themselves. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser on this machine, if there is one: tests that need it are skipped without. */
export const chromiumPath = places.find((place) => existsSync(place));

if (chromiumPath === undefined) console.log("skipped: tests in a browser, for there is no Chromium on this machine");

export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    // Root, as in containers, may not use the sandbox.
    browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error("the browser is there in tests only, where there is one");
    return browser;
  };
}
