/** What GraphiQL is opened with. */
export interface PageOptions {
  /** The queries of the tour, each a tab. */
  readonly queries: readonly string[];
}

/** The page around GraphiQL. Its addresses are relative, so that it works behind a proxy that adds a prefix. */
export const page = (): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="referrer" content="no-referrer" />
    <title>DetectQL: GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="graphiql/graphiql.css" />
    <link rel="stylesheet" href="graphiql/page.css" />
  </head>
  <body id="body" class="no-focus-outline">
    <form id="key-form">
      <strong>DetectQL</strong>
      <label>API key <input id="key" type="password" autocomplete="off" spellcheck="false" placeholder="dql_..." /></label>
      <button>Use</button>
      <span id="key-state"></span>
    </form>
    <div id="root"></div>
    <script src="graphiql/graphiql.js"></script>
    <script src="graphiql/page.js"></script>
  </body>
</html>
`;

export const pageStyle = `body { margin: 0; display: flex; flex-direction: column; height: 100vh; }
#key-form { display: flex; gap: 0.75rem; align-items: center; padding: 0.4rem 1rem; font: 14px sans-serif; background: #20243a; color: #fff; }
#key-form input { width: 24rem; padding: 0.2rem 0.4rem; font-family: monospace; }
#root { flex: 1; min-height: 0; }
`;

/**
 * Adds the key to requests for the API: it stays in the browser's tab (sessionStorage), and goes nowhere else.
 * Plain JavaScript for browsers: it is sent as it stands.
 */
export const pageScript = ({ queries }: PageOptions): string => `"use strict";
(() => {
  const storageName = "detectql.key";
  const key = sessionStorage.getItem(storageName) ?? "";
  const state = document.querySelector("#key-state");
  state.textContent = key === "" ? "queries need a key: paste one" : "in use until this tab is closed";
  document.querySelector("#key-form").addEventListener("submit", (event) => {
    event.preventDefault();
    sessionStorage.setItem(storageName, document.querySelector("#key").value.trim());
    location.assign(location.pathname);
  });
  const endpoint = new URL("graphql", location.href);
  const send = window.fetch.bind(window);
  window.fetch = (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const isOurs = url.origin === endpoint.origin && url.pathname === endpoint.pathname;
    if (!isOurs || key === "") return send(input, init);
    const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : undefined));
    if (!headers.has("authorization")) headers.set("authorization", "Bearer " + key);
    return send(input, { ...init, headers });
  };
  const worker = (name) => new URL("graphiql/" + name, location.href).href;
  const workers = { editorWorkerService: "editor.js", json: "json.js", graphql: "graphql.js" };
  self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => worker(workers[label]) };
  // GraphiQL opens a new tab for a query that no tab has: it is told the one that was in use.
  const active = () => {
    try {
      const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem("graphiql:tabState"));
      return { query: tabs[activeTabIndex].query, variables: tabs[activeTabIndex].variables };
    } catch {
      return {};
    }
  };
  YogaGraphiQL.renderYogaGraphiQL(document.querySelector("#root"), {
    endpoint: endpoint.pathname,
    title: "DetectQL",
    subscriptionsProtocol: "GRAPHQL_SSE",
    shouldPersistHeaders: false,
    // Else every query would stand in the address, and so in proxies' logs.
    onEditQuery: () => undefined,
    ...active(),
    defaultTabs: ${JSON.stringify(queries.map((query) => ({ query })))},
  });
})();
`;
