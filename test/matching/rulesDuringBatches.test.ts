import { expect, test } from "vitest";
import { type Matcher } from "../../src/matching/index.ts";
import { startThread } from "../../src/matching/thread.ts";
import type { RuleNews } from "../../src/matching/tenantRules.ts";
import { many } from "../sigma/random.ts";
import { keyed, message, starterRules, wordRule } from "./records.ts";
import { mortalThreads, useMatcher } from "./useMatcher.ts";

const tenant = 1;
const states = 40;
const word = (state: number) => `state-${state};`;
/** Every rule finds something in it: what matches shows which rules were there. */
const record = message(many(states, word).join(" "));

/** The rule of this state in place of the one before. */
const advance = (matcher: Matcher, state: number) =>
  matcher.setRules(tenant, { set: [[state, wordRule(word(state))]], delete: [state - 1] });

test.each([0, 1, 2])(
  "a batch sees the rules of the moment when it was handed over, with %i threads",
  async (threads) => {
    const matcher = useMatcher({ threads });
    const batches = many(states, (state) => {
      advance(matcher, state);
      // Several portions each: most wait while later changes of rules come.
      return matcher.match(
        tenant,
        many(state % 3 === 0 ? 1 : 700, () => record),
      );
    });
    for (const [state, events] of (await Promise.all(batches)).entries()) {
      const keys = new Set(events.map(({ matches }) => matches.map(({ key }) => key).join()));
      expect([...keys]).toEqual([String(state)]);
    }
  },
);

test("matches come in the order in which rules were first set, from a thread that is new as well", async () => {
  const { start, doom } = mortalThreads();
  const matchers = [useMatcher({ threads: 0 }), useMatcher({ threads: 1, start, onFailure: () => undefined })];
  const orders = async () => {
    const answers = await Promise.all(matchers.map((matcher) => matcher.match(tenant, [record])));
    return answers.map(([event]) => event?.matches.map(({ key }) => key));
  };
  for (const matcher of matchers) {
    matcher.setRules(tenant, { set: many(6, (i) => [i, wordRule(word(i))] as const) });
    matcher.setRules(tenant, { set: [[4, wordRule(word(9))]], delete: [1, 2] });
    matcher.setRules(tenant, { set: [[1, wordRule(word(1))]] });
  }
  const order = [0, 3, 4, 5, 1];
  expect(await orders()).toEqual([order, order]);
  doom();
  await expect(orders()).rejects.toThrow("ended");
  expect(await orders()).toEqual([order, order]);
});

test("a thread is told of the rules that change and of no others, without what rules say about themselves", async () => {
  const told: RuleNews[] = [];
  const matcher = useMatcher({
    threads: 1,
    start: (events) => {
      const thread = startThread(events);
      const setRules = (news: RuleNews) => {
        told.push(news);
        thread.setRules(news);
      };
      return { ...thread, setRules };
    },
  });
  const rules = starterRules();
  matcher.setRules(tenant, { set: keyed(rules) });
  matcher.setRules(tenant, { set: [[7, wordRule("changed")]] });
  await matcher.ready();
  expect(told.map(({ set }) => set.length)).toEqual([rules.length, 1]);
  expect(told[0]?.set[0]?.[1]).toMatchObject({ title: "", tags: [], detection: rules[0]?.detection });
});

test("a rule that the engine throws over is told and left out, the others find what they find", async () => {
  const broken = { ...wordRule("broken"), detection: undefined as never };
  for (const threads of [0, 1]) {
    const failures: unknown[] = [];
    const matcher = useMatcher({ threads, onFailure: (error) => void failures.push(error) });
    matcher.setRules(tenant, { set: [[1, wordRule(word(1))], [2, wordRule(word(2))]] }); // prettier-ignore
    matcher.setRules(tenant, { set: [[2, broken], [3, wordRule(word(3))]], delete: [1] }); // prettier-ignore
    const [event] = await matcher.match(tenant, [record]);
    expect(event?.matches.map(({ key }) => key)).toEqual([3]);
    expect(failures.map(String)).toEqual([expect.stringContaining("the rule with row id 2 finds nothing")]);
  }
});
