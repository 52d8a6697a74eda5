/** What is wrong with a file of tests, its form aside: names that do not exist, keys that nothing reads, policies that cannot be had. */
import { distance } from '../catalogue/nearest.js';
import type { ConfigurationProblem } from '../config/problem.js';
import type { Facts } from '../knowledge/facts.js';
import { actionsOf } from '../knowledge/level.js';
import { nearActions } from '../knowledge/near-actions.js';
import { hasWildcard, readAction } from '../policy/action.js';
import { shown } from '../text.js';
import { flawsOf } from './flaws.js';
import { subjectOf, type Loaded, type Subject } from './load.js';
import { referencesOf, type Placed, type PolicyTest, type TestFile } from './test-file.js';
import { texts } from './words.js';

type Problem = ConfigurationProblem;

/** All problems of the file, those of its form included, in the order of the text. */
export function problemsOfTests(file: TestFile, loaded: Loaded, facts: Facts): readonly Problem[] {
  const subject = subjectOf(file, loaded);
  const whole = 'problem' in subject ? undefined : subject;
  const found = [
    ...file.problems,
    ...referencesOf(file).flatMap((reference) => unloadedProblem(reference, loaded)),
    ...file.tests.flatMap((test) => flawsOf(test, whole).map((flaw) => problem('error', flaw))),
    ...file.tests.flatMap((test) => unknownActions(test, facts)),
    ...(whole ? unreadKeys(file, whole) : []),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

const problem = (
  severity: Problem['severity'],
  { span, message, data = {} }: Pick<Problem, 'span' | 'message' | 'data'>,
): Problem => ({ code: 'policy-test', severity, span, message, data, isFormal: false });

function unloadedProblem({ text, span }: Placed, loaded: Loaded): readonly Problem[] {
  const found = loaded.get(text);
  return found && 'problem' in found ? [problem('error', { span, message: found.problem, data: found.data })] : [];
}

const unknownActions = (test: PolicyTest, facts: Facts): readonly Problem[] =>
  test.kind === 'action' || test.kind === 'notGranted'
    ? test.actions.flatMap((action) => unknownAction(action, facts))
    : [];

/** What the catalogue does not know gives a hint, unless it knows all actions of the service. */
function unknownAction({ text, span }: Placed, { catalogue }: Facts): readonly Problem[] {
  const pattern = readAction(text);
  if (pattern.form !== 'action' || hasWildcard(pattern.service)) return [];
  const { service: id, name } = pattern;
  const service = catalogue.service(id);
  if (!service) return [problem('hint', { span, message: texts.unknownService, data: { service: shown(id) } })];
  if (service.actions().length === 0 || actionsOf(catalogue, pattern).length > 0) return [];
  const data = { service: id, name: shown(name), product: service.data.product };
  if (!service.data.complete) return [problem('hint', { span, message: texts.unlistedAction, data })];
  if (hasWildcard(name)) return [problem('warning', { span, message: texts.matchesNothing, data })];
  const [near] = nearActions(service, name);
  return [
    near
      ? problem('warning', { span, message: texts.nearAction, data: { ...data, near: near.name } })
      : problem('warning', { span, message: texts.unknownAction, data }),
  ];
}

/** The condition keys that the statements of the policies look at. */
export const keysRead = ({ policies, boundary }: Subject): ReadonlySet<string> =>
  new Set(
    [...policies, ...(boundary ? [boundary] : [])].flatMap(({ policy }) =>
      policy.statements.flatMap(({ conditions }) => conditions.flatMap(({ keys }) => keys.map(({ key }) => key))),
    ),
  );

function unreadKeys({ keys }: TestFile, subject: Subject): readonly Problem[] {
  const read = [...keysRead(subject)];
  // A list of tags is also looked at through the key of a single tag.
  const isRead = (said: string): boolean => read.some((key) => key === said || key.startsWith(`${said}/`));
  return keys
    .filter(({ key }) => !isRead(key))
    .map(({ key, span }) => {
      const near = read.find((other) => distance(key, other, 2) <= 2);
      return near === undefined
        ? problem('warning', { span, message: texts.unreadKey, data: { key: shown(key) } })
        : problem('warning', { span, message: texts.nearKey, data: { key: shown(key), near } });
    });
}
