import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { useApp } from "../setup/app.ts";
import { chromiumPath, useBrowser } from "./chromium.ts";

const app = useApp();
const browser = useBrowser();

test.skipIf(chromiumPath === undefined)(
  "GraphiQL opens with the tour, takes a key and answers, all from here",
  async () => {
    const { port } = app().app.server.address() as AddressInfo;
    const page = await browser().newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).port !== String(port))
        elsewhere.push(request.url());
    });
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${port}/graphiql`);
    await page.fill("#key", app().keys.viewer);
    await page.click("#key-form button");
    await page.waitForSelector("text=in use until this tab is closed");
    await page.waitForSelector("text=Exfiltration");
    await page.click("button.graphiql-execute-button");
    await page.locator(".result-window", { hasText: "isExact" }).waitFor();
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  },
  120_000,
);
