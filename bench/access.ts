/** Times what is said of access: single decisions, comparisons, explanations and code lenses. */
import { can } from '../server/src/core/access/can.js';
import { compare } from '../server/src/core/access/compare.js';
import { explain } from '../server/src/core/access/explain/explain.js';
import type { Policy } from '../server/src/core/policy/model.js';
import { readPolicy } from '../server/src/core/policy/read.js';
import { codeLenses } from '../server/src/features/access/lenses.js';
import { HostDocument } from '../server/src/features/document.js';
import { wellFormedSample } from './documents.js';
import type { Figure } from './in-process.js';
import { measure, type Effort, type Task } from './measure.js';
import { context, documentOf } from './ours.js';
import { loadSimulator, type Simulate } from './simulator.js';

const effort: Effort = { sample: 5, rounds: 20, warmUp: 1500 };

/** A task that gets new ones of what `make` gives in every call, as what is found out about a policy is kept with it. */
function withNew<Item>(name: string, make: () => Item, act: (item: Item) => unknown): Task {
  let items: Item[] = [];
  return {
    name,
    prepare(calls) {
      items = Array.from({ length: calls }, make);
    },
    run() {
      const item = items.pop();
      return item && act(item);
    },
  };
}

async function figure(what: string, statements: number, tasks: readonly Task[]): Promise<Figure> {
  const times = Object.fromEntries(await measure(tasks, effort));
  return { what, document: `${statements} statements`, statements, times };
}

const caller = { uin: '100000000002', owner: '100000000001', appId: '1250000000' };

interface Question {
  readonly action: string;
  readonly resource: string;
}

/** Decisions in turn on actions and resources that the policy names. */
async function timeDecisions(statements: number, simulate: Simulate | undefined): Promise<Figure> {
  const { text, twin, list } = wellFormedSample(context.catalogue, statements, 1);
  const questions = list.flatMap(({ action, resource }): readonly Question[] => {
    const [first = '', place = ''] = [[action].flat()[0], [resource].flat()[0]];
    return first.includes('*') ? [] : [{ action: first, resource: place.replaceAll('*', 'x') }];
  });
  const policy = readPolicy(text);
  const twinPolicy = JSON.parse(twin) as object;
  const inTurn =
    (ask: (question: Question) => unknown): Task['run'] =>
    (call) => {
      const question = questions[call % questions.length];
      return question && ask(question);
    };
  const twinOf = (resource: string): string =>
    resource.replace(/^qcs::(\w+):[^:]*:[^:]*/u, 'arn:aws:$1:us-east-1:123456789012');
  const tasks: Task[] = [
    {
      name: 'ours',
      run: inTurn(({ action, resource }) => can({ policies: [policy], caller, action, resource }, context)),
    },
  ];
  if (simulate)
    tasks.push({
      name: 'iam-simulate',
      run: inTurn(({ action, resource }) => simulate(twinPolicy, action, twinOf(resource))),
    });
  return figure('can', statements, tasks);
}

async function timeComparisons(statements: number): Promise<readonly Figure[]> {
  const { text, rearranged } = wellFormedSample(context.catalogue, statements, 1);
  const other = wellFormedSample(context.catalogue, statements, 2).text;
  const compared = (after: string): Task =>
    withNew(
      'ours',
      () => ({ before: { policies: [readPolicy(text)] }, after: { policies: [readPolicy(after)] } }),
      (question) => compare(question, context),
    );
  const with_ = (say: string): string => text.replace(/\}\]\}$/u, `},${say}]}`);
  const deny = '{"effect":"deny","action":"cvm:Terminate*","resource":"*"}';
  return [
    await figure('diff, both ways: nothing new, in another order', statements, [compared(rearranged)]),
    await figure('diff, both ways: a deny more', statements, [compared(with_(deny))]),
    ...(statements <= 20 ? [await figure('diff, both ways: another policy', statements, [compared(other)])] : []),
  ];
}

async function timeExplanations(statements: number): Promise<Figure> {
  const { text } = wellFormedSample(context.catalogue, statements, 1);
  const read = (): Policy => readPolicy(text);
  return figure('explain', statements, [withNew('ours', read, (policy) => explain(policy, context))]);
}

async function timeLenses(statements: number): Promise<Figure> {
  const { text } = wellFormedSample(context.catalogue, statements, 1);
  const open = (): HostDocument => new HostDocument(documentOf(text), context);
  return figure('code lenses', statements, [
    withNew('ours', open, (document) => codeLenses(document, context, undefined)),
  ]);
}

/** Everything about access. */
export async function timeAccess(say: (line: string) => void): Promise<readonly Figure[]> {
  const simulate = loadSimulator(say);
  const figures: Figure[] = [];
  for (const statements of [10, 20, 200, 1000]) {
    say(`access, ${statements} statements`);
    figures.push(await timeDecisions(statements, simulate));
    if (statements > 10) figures.push(...(await timeComparisons(statements)));
    figures.push(await timeExplanations(statements));
  }
  figures.push(await timeLenses(10));
  return figures;
}
