/** The TextMate grammar of policies: which context each element's value opens. Its JSON form is generated from here. */
import type { ElementName } from '../../server/src/core/policy/elements.js';
import { jsonRules } from './json.js';
import { array, bothCases, include, member, object, scope, stringText, type Rule } from './rule.js';
import { stringRules } from './strings.js';

/** What may stand behind each element's colon, most particular first; any other value is plain JSON. */
const elementValues = {
  version: ['version-string'],
  statement: [],
  principal: ['principal-object', 'principal-string', 'principal-array'],
  effect: ['effect-string'],
  action: ['action-string', 'action-array'],
  resource: ['resource-string', 'resource-array'],
  condition: ['condition-object'],
  sid: [],
} as const satisfies Record<ElementName, readonly (keyof typeof contexts | keyof typeof stringRules)[]>;

const principalKind = scope('entity.other.attribute-name.principal-kind.cam-policy');
const contexts = {
  'action-array': array(['action-string', 'value']),
  'resource-array': array(['resource-string', 'value']),
  'principal-object': object(['service-principal', 'principal', 'member-other']),
  principal: member('qcs|federated', principalKind, ['principal-string', 'principal-array', 'value']),
  'principal-array': array(['principal-string', 'value']),
  'service-principal': member('service', principalKind, [
    'service-principal-string',
    'service-principal-array',
    'value',
  ]),
  'service-principal-array': array(['service-principal-string', 'value']),
  'condition-object': object(['condition-operator']),
  'condition-operator': member(stringText, { patterns: include('operator-name', 'string-content') }, [
    'operator-object',
    'value',
  ]),
  'operator-object': object(['condition-key']),
  'condition-key': member(stringText, { patterns: include('key-name', 'string-content') }, [
    'condition-string',
    'condition-array',
    'value',
  ]),
  'condition-array': array(['condition-string', 'value']),
} as const satisfies Record<string, Rule>;

/** Elements are known by their key alone, so that a statement without its policy is coloured too. */
const elementMembers = Object.entries(elementValues).map(([name, values]): [string, Rule] => {
  return [
    `member-${name}`,
    member(bothCases(name), scope(`keyword.other.element.${name}.cam-policy`), [...values, 'value']),
  ];
});

const trailing = 'invalid.illegal.trailing-text.cam-policy';
const root = {
  // Never ends: a text has one policy, and what follows it is wrong.
  document: {
    begin: String.raw`(?=\{)`,
    end: '(?!)',
    patterns: [
      object(['members'], { begin: String.raw`\G\{` }),
      ...include('stray-object'),
      { name: trailing, match: String.raw`"${stringText}"(?!\s*:)` },
      ...include('fragment'),
    ],
  },
  // Members outside any object: a piece of a policy, or what is left of one behind a brace too many.
  fragment: {
    patterns: [...include('members', 'unclosed-key', 'array', 'illegal'), { name: trailing, match: String.raw`\S` }],
  },
  members: { patterns: include(...elementMembers.map(([name]) => name), 'member-other') },
  'member-other': member(stringText, { patterns: include('string-content') }, ['value']),
} as const satisfies Record<string, Rule>;

export const grammar = {
  name: 'CAM Policy',
  scopeName: 'source.json.cam-policy',
  patterns: include('document', 'fragment'),
  repository: { ...root, ...Object.fromEntries(elementMembers), ...contexts, ...stringRules, ...jsonRules },
} as const;

/** Where the generated form lies, from the repository's root. */
export const grammarPath = 'syntaxes/cam-policy.tmLanguage.json';

/** The generated form's text. */
export const grammarText = (): string => `${JSON.stringify(grammar, null, 1)}\n`;
