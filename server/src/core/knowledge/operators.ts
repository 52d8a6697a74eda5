/** Which operator a condition names, and which one a misspelt name was meant to be. */
import { qualifiers, readOperator, writeOperator, type OperatorPattern, type Qualifier } from '../policy/operator.js';
import type { Language, OperatorData } from '../catalogue/language.js';
import { nearest } from '../catalogue/nearest.js';
import { memoByObject, memoByText } from '../memo.js';

export interface KnownOperator extends OperatorPattern {
  readonly data: OperatorData;
}

/** The operator that `text` names, every part as CAM documents it; undefined where one is not. */
export const knownOperator = (text: string, language: Language): KnownOperator | undefined =>
  lookups(language)(text).known;

/** People use a dozen of them. */
const rememberedOperators = 200;

const lookups = memoByObject((language: Language) =>
  memoByText(rememberedOperators, (text): { readonly known: KnownOperator | undefined } => {
    const operator = readOperator(text);
    const data = language.operator(operator.name);
    const fits = data && (!operator.ifExist || data.ifExist) && (operator.qualifier === '' || data.qualifiers);
    return { known: fits ? { ...operator, data } : undefined };
  }),
);

export interface MeantOperator {
  readonly text: string;
  /** The same but for case and blanks. */
  readonly sameLetters: boolean;
}

/** Letters and digits only, in lower case: where spellings of one thing agree. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** What an unknown operator string was probably meant to be, in CAM's spelling; also takes AWS's. */
export function meantOperator(text: string, language: Language): MeantOperator | undefined {
  const plain = text.replace(/\s/gu, '');
  if (knownOperator(plain.toLowerCase(), language)) return { text: plain.toLowerCase(), sameLetters: true };
  const colon = plain.indexOf(':');
  const [, stem = '', written] = /^(.*?)(_?if_?exists?)?$/isu.exec(plain.slice(colon + 1)) ?? [];
  const data = meantBase(stem, language);
  const qualifier = colon < 0 ? '' : meantQualifier(plain.slice(0, colon));
  if (!data || qualifier === undefined) return undefined;
  const ifExist = written !== undefined && data.ifExist === true;
  return { text: writeOperator({ qualifier, name: data.name, ifExist }), sameLetters: false };
}

/** No qualifier of CAM says that something is not so: `for_none_value` is not `for_any_value` misspelt, it means the opposite. */
const meantQualifier = (text: string): Qualifier | undefined =>
  /^(?:for)?n[eo]/u.test(lettersOf(text)) ? undefined : alikeQualifier(text);

const alikeQualifier = (text: string): Qualifier | undefined =>
  qualifiers.find((qualifier) => lettersOf(qualifier) === lettersOf(text).replace(/s$/u, '')) ??
  qualifiers.find((qualifier) => qualifier === nearest(`${text}:`, qualifiers, 1)[0]);

function meantBase(stem: string, language: Language): OperatorData | undefined {
  const squashed = lettersOf(stem);
  const { operators } = language.data;
  const found =
    operators.find(({ name }) => lettersOf(name) === squashed) ??
    operators.find(({ name, aws = [] }) =>
      [name, ...aws].some((spelling) => lettersOf(spelling).replace(/s$/u, '') === squashed.replace(/s$/u, '')),
    );
  if (found) return found;
  const [near] = nearest(
    stem,
    operators.map(({ name }) => name),
    1,
  );
  return near === undefined || negates(near) !== negates(stem) ? undefined : language.operator(near);
}

/** Whether an operator's name says that something is not so, in any spelling: `string_not_equal`, `StringUnequal`, `ip_neq`. */
const negates = (name: string): boolean =>
  /(?:^|_)(?:not|non?|un|n)_?(?:eq|like|same|match|in)|_ne$|[a-z](?:Not|Un|Non|No|N)(?:[eE]q|[lL]ike|[mM]atch|[sS]ame)/u.test(
    name,
  );
