/** Rules for the text inside a policy's strings: effects, actions, resources, principals, condition operators, keys and values. */
import { effects, versions } from '../../server/src/core/policy/elements.js';
import { bothCases, include, scope, string, type Capture, type Rule } from './rule.js';

// Neither takes an escape or a control character: those have scopes of their own.
const rest = String.raw`[^"\\\x00-\x1f]*`;
const upToColon = String.raw`[^:"\\\x00-\x1f]*`;
// To the string's end, closed or not.
const toEnd = '(?="|$)';

const effectRules = effects.map((effect): Rule => ({
  name: `keyword.control.effect.${effect}.cam-policy`,
  match: String.raw`\G${bothCases(effect)}${toEnd}`,
}));
const versionRule: Rule = {
  name: 'constant.numeric.version.cam-policy',
  match: String.raw`\G(?:${versions.map((version) => version.replace('.', String.raw`\.`)).join('|')})${toEnd}`,
};

const prefix = {
  1: scope('storage.modifier.action-prefix.cam-policy'),
  2: scope('punctuation.separator.prefix.cam-policy'),
};
const actionText: readonly Rule[] = [
  // `permid/280655`: a numbered set of actions, named by CAM's older pages only.
  {
    match: String.raw`\G(permid)(/)(\d*)`,
    captures: { ...prefix, 3: scope('constant.numeric.action-set.cam-policy') },
  },
  { match: String.raw`\G(name)(/)`, captures: prefix },
  {
    match: String.raw`(?:\G|(?<="name/))(\*|[A-Za-z][\w-]*)(?![\w/*-])(?:(:)(${rest}))?`,
    captures: {
      1: { patterns: include('service-name') },
      2: scope('punctuation.separator.action.cam-policy'),
      3: { patterns: include('action-name') },
    },
  },
];

const segmentColon = scope('punctuation.separator.segment.cam-policy');
const segment = (name: string): Capture => ({
  name: `meta.segment.${name}.cam-policy`,
  patterns: include(`segment-${name}`),
});
// Each further segment only behind the one before, so that a resource still being typed is coloured as far as it goes.
const middle = ['project', 'service', 'region', 'account'] as const;
const openSegments = middle.map(() => String.raw`(?:(:)(${upToColon})`).join('');
const sixSegments: Rule = {
  match: String.raw`\G(qcs)(?![\w-])${openSegments}(?:(:)(${rest}))?${')?'.repeat(middle.length)}`,
  captures: {
    1: scope('meta.segment.qcs.cam-policy storage.type.qcs.cam-policy'),
    ...Object.fromEntries(
      [...middle, 'path'].flatMap((name, index) => [
        [2 * index + 2, segmentColon],
        [2 * index + 3, segment(name)],
      ]),
    ),
  },
};

const pathSeparator = 'punctuation.separator.path.cam-policy';
/** The six segments after `qcs:`; policy variables are variables in the last one only (CAM's policy variable page). */
const segmentRules = {
  'segment-project': {
    patterns: [
      ...include('placeholder', 'wildcard'),
      { name: 'variable.other.project.cam-policy', match: String.raw`[\w-]+(?:/[\w-]*)?` },
    ],
  },
  'segment-service': { patterns: include('service-name') },
  'segment-region': {
    patterns: [
      ...include('placeholder', 'wildcard'),
      { name: 'variable.other.constant.region.cam-policy', match: String.raw`[A-Za-z][\w-]*` },
    ],
  },
  'segment-account': {
    patterns: [
      ...include('placeholder', 'wildcard'),
      {
        match: '(uin|uid)(/)',
        captures: { 1: scope('storage.modifier.account-kind.cam-policy'), 2: scope(pathSeparator) },
      },
      { name: 'constant.numeric.account-id.cam-policy', match: String.raw`(?<![\w-])-?\d+(?![\w-])` },
      { name: 'variable.other.account.cam-policy', match: String.raw`[A-Za-z][\w-]*` },
    ],
  },
  'segment-path': {
    patterns: [
      ...include('policy-variable', 'placeholder', 'wildcard'),
      // The first word names the type (`sdkappid/…`), but not a COS bucket, which ends in its owner's number.
      {
        name: 'entity.name.type.resource-type.cam-policy',
        match: String.raw`(?<=:)(?![\w.-]*-\d{6,}/)[A-Za-z][\w-]*(?=/)`,
      },
      { name: pathSeparator, match: '/' },
    ],
  },
} as const satisfies Record<string, Rule>;

const operators = [
  'string_(?:not_)?(?:equal(?:_ignore_case)?|like)',
  '(?:numeric|date)_(?:(?:not_)?equal|(?:less|greater)_than(?:_equal)?)',
  'bool_equal',
  'binary_equal',
  'ip_(?:not_)?equal',
].join('|');
const operatorScope = scope('support.function.condition-operator.cam-policy');

/** Operators of CAM's condition page; `null_equal` is the one without an `_if_exist` form. */
const operatorName: Rule = {
  match: `(?<=")(?:(for_any_value|for_all_value)(:))?(?:(${operators})(_if_exist)?|(null_equal))$`,
  captures: {
    1: scope('storage.modifier.qualifier.cam-policy'),
    2: scope('punctuation.separator.qualifier.cam-policy'),
    3: operatorScope,
    4: scope('storage.modifier.if-exist.cam-policy'),
    5: operatorScope,
  },
};
const keyName: Rule = {
  match: String.raw`(?<=")(?:([A-Za-z][\w-]*)(:))?([A-Za-z][\w-]*)(?:(/)([^"\\]*))?$`,
  captures: {
    1: scope('entity.name.namespace.service.cam-policy'),
    2: scope('punctuation.separator.condition-key.cam-policy'),
    3: scope('entity.other.attribute-name.condition-key.cam-policy'),
    4: scope(pathSeparator),
    5: scope('variable.parameter.tag-key.cam-policy'),
  },
};

export const stringRules = {
  'version-string': string([versionRule], 'meta.version.cam-policy'),
  'effect-string': string(effectRules, 'meta.effect.cam-policy'),
  'action-string': string(include('action-text', 'placeholder', 'wildcard'), 'meta.action.cam-policy'),
  'resource-string': string(include('six-segments', 'placeholder', 'wildcard'), 'meta.resource.cam-policy'),
  'principal-string': string(include('six-segments', 'placeholder', 'wildcard'), 'meta.principal.cam-policy'),
  'service-principal-string': string(
    [
      {
        name: 'entity.name.namespace.service-principal.cam-policy',
        match: String.raw`\G[A-Za-z][\w-]*(?:\.[\w-]+)+${toEnd}`,
      },
      ...include('placeholder'),
    ],
    'meta.principal.cam-policy',
  ),
  'condition-string': string(include('policy-variable', 'placeholder'), 'meta.condition-value.cam-policy'),
  'action-text': { patterns: actionText },
  'service-name': {
    patterns: [
      ...include('placeholder', 'wildcard'),
      { name: 'entity.name.namespace.service.cam-policy', match: String.raw`[A-Za-z][\w-]*` },
    ],
  },
  'action-name': {
    patterns: [
      ...include('placeholder', 'wildcard'),
      { name: 'entity.name.function.action.cam-policy', match: String.raw`\w+` },
    ],
  },
  'six-segments': sixSegments,
  ...segmentRules,
  'operator-name': operatorName,
  'key-name': keyName,
  'policy-variable': {
    name: 'variable.other.policy-variable.cam-policy',
    match: String.raw`(\$\{)(?:uin|owner_uin|app_id)(\})`,
    captures: {
      1: scope('punctuation.definition.variable.begin.cam-policy'),
      2: scope('punctuation.definition.variable.end.cam-policy'),
    },
  },
  // Left for a person to fill in: `${OwnerUin}`, `$account`, `<bucket>`, `****`.
  placeholder: {
    name: 'constant.other.placeholder.cam-policy',
    match: String.raw`\$\{[^{}"\\]*\}|\$[A-Za-z_]\w*|<[^<>"\\]+>|\*{2,}`,
  },
  wildcard: { name: 'keyword.operator.wildcard.cam-policy', match: String.raw`\*` },
} as const satisfies Record<string, Rule>;
