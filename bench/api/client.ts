// The dashboards, a process of its own: asks at fixed times whether it has been answered or not, and counts every answer's time from when its
// question was due. Who waits for answers before asking again would spare a slow service the questions that show how slow it is.
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { apiQuestions, type Known, knownQuery } from "./questions.ts";

/** What the client is told to do. */
export interface Order {
  /** The names of the questions, asked in turn. */
  readonly questions: readonly string[];
  readonly perSecond: number;
  readonly requests: number;
}

/** One answer. */
export interface Answer {
  readonly name: string;
  /** From when the question was due to the last byte of the answer. */
  readonly ms: number;
  /** How late it was asked: the client's doing, not the service's. */
  readonly lateMs: number;
  /** What went wrong, if something did. */
  readonly error?: string;
  /** What the service says it cost, and what its key has left. */
  readonly points?: number;
  readonly pointsLeft?: number;
}

const [address = "", key = ""] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, noDelay: true });
const options = {
  agent,
  method: "POST",
  headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
};

/** Of all orders: so that each has other variables. */
let turn = 0;

function post(body: string): Promise<{ readonly status: number; readonly text: string; readonly left: number }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/graphql`, options, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(pieces).toString(),
          left: Number(response.headers["ratelimit-remaining"]),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

async function ask(name: string, body: string, dueMs: number): Promise<Answer> {
  const lateMs = performance.now() - dueMs;
  try {
    const { status, text, left } = await post(body);
    const ms = performance.now() - dueMs;
    // Read no further than it must be: the client is not what is measured. Errors stand first.
    const isWell = status === 200 && text.startsWith('{"data"');
    const points = /"cost":\{"requested":(\d+)/.exec(text.slice(-200))?.[1];
    return {
      ...{ name, ms, lateMs },
      ...(!isWell && { error: `${status} ${text.slice(0, 300)}` }),
      ...(points !== undefined && { points: Number(points) }),
      ...(!Number.isNaN(left) && { pointsLeft: left }),
    };
  } catch (error) {
    return { name, ms: performance.now() - dueMs, lateMs, error: String(error) };
  }
}

async function run(known: Known, { questions, perSecond, requests }: Order): Promise<readonly Answer[]> {
  const asked = apiQuestions.filter(({ name }) => questions.includes(name));
  const bodies = Array.from({ length: requests }, (_, place) => {
    const question = asked[place % asked.length];
    if (question === undefined) throw new Error(`there are no questions ${questions.join(", ")}`);
    const variables = question.variables(turn++, known);
    return { name: question.name, body: JSON.stringify({ query: question.query, variables }) };
  });
  const started = performance.now();
  const answers: Promise<Answer>[] = [];
  for (const [place, { name, body }] of bodies.entries()) {
    const dueMs = started + (place * 1_000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    answers.push(ask(name, body, dueMs));
  }
  return await Promise.all(answers);
}

interface KnownAnswer {
  readonly data: {
    readonly detections: {
      readonly nodes: readonly { readonly id: string; readonly host: string; readonly event: object | null }[];
    };
  };
}

async function learn(): Promise<Known> {
  const { text } = await post(JSON.stringify({ query: knownQuery }));
  const { nodes } = (JSON.parse(text) as KnownAnswer).data.detections;
  return {
    ids: nodes.filter(({ event }) => event !== null).map(({ id }) => id),
    hosts: [...new Set(nodes.map(({ host }) => host))],
  };
}

const known = learn();
process.on("message", (order: Order) => {
  known
    .then((things) => run(things, order))
    .then(
      (answers) => process.send?.(answers),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
});
