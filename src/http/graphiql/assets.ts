import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type PageOptions, pageScript, pageStyle } from "./page.ts";

/** A file of the page, compressed once. */
export interface Asset {
  readonly type: string;
  readonly gzipped: Buffer;
}

const script = "text/javascript; charset=utf-8";
const style = "text/css; charset=utf-8";

/**
 * GraphiQL's files by their names under /graphiql/. They are read and compressed when the first is asked for: most
 * servers are never asked.
 */
export async function loadAssets(options: PageOptions): Promise<ReadonlyMap<string, Asset>> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } =
    await import("@graphql-yoga/render-graphiql/graphiql");
  const files: readonly (readonly [string, string, string])[] = [
    ["graphiql.js", script, js],
    ["graphiql.css", style, css],
    ["editor.js", script, editorWorkerService],
    ["json.js", script, jsonWorker],
    ["graphql.js", script, graphqlWorker],
    ["page.js", script, pageScript(options)],
    ["page.css", style, pageStyle],
  ];
  return new Map(
    await Promise.all(
      files.map(async ([name, type, text]) => [name, { type, gzipped: await compress(text) }] as const),
    ),
  );
}

const compress = promisify<string, Buffer>(gzip);
