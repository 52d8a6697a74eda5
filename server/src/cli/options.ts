/** Options of the command line: each is told once, and is read, explained and documented from that. */
import { parseArgs } from 'node:util';
import { say, visible, type Locale, type Text } from '../core/text.js';
import { UsageError } from './environment.js';
import { texts } from './texts.js';

export interface Option {
  readonly type: 'string' | 'boolean' | 'number';
  /** Each of its values counts; else the last one. */
  readonly multiple?: boolean;
  /** What stands for its value in the help, such as `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Whether it takes a value besides those, as another way to write one. */
  readonly takes?: (value: string) => boolean;
  readonly default?: string;
  /** `{choices}` stands for the list of them. */
  readonly help: Text;
}

/** By name, without `--`. */
export type Options = { readonly [name: string]: Option };

type ValueOf<One extends Option> = One extends { readonly type: 'boolean' }
  ? boolean
  : One extends { readonly multiple: true }
    ? readonly string[]
    : | (One extends { readonly type: 'number' }
          ? number
          : One extends { readonly choices: readonly (infer Choice)[] }
            ? Choice
            : string)
      | (One extends { readonly default: string } ? never : undefined);

export type Values<All extends Options> = { readonly [Name in keyof All]: ValueOf<All[Name]> };

export interface Arguments<All extends Options> {
  readonly values: Values<All>;
  /** What is no option, as written. */
  readonly operands: readonly string[];
}

/** What was said of each option, in order. */
type Said = Map<string, string[]>;

/** Reads the arguments behind a command's name. Throws a `UsageError` where one cannot be followed. */
export function readArguments<const All extends Options>(
  args: readonly string[],
  options: All,
  locale: Locale,
): Arguments<All> {
  const known = new Map(Object.entries<Option>(options));
  const said: Said = new Map();
  const operands: string[] = [];
  const forNode = [...known].map(
    ([name, { type }]) => [name, { type: type === 'boolean' ? 'boolean' : 'string' }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(forNode),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = rawName.startsWith('--') ? known.get(name) : undefined;
    if (!option) throw new UsageError(say(texts.unknownOption, locale, { option: rawName }));
    if (option.type === 'boolean' && value !== undefined)
      throw new UsageError(say(texts.noValueTaken, locale, { option: name }));
    // What looks like an option is one more likely than a value, unless it is written `--name=-value`.
    const lacks = value === undefined || value === '' || (!inlineValue && /^-./u.test(value));
    if (option.type !== 'boolean' && lacks)
      throw new UsageError(say(texts.valueMissing, locale, { option: name, value: option.value ?? '' }));
    said.set(name, [...(said.get(name) ?? []), value ?? '']);
  }
  const values = [...known].map(([name, option]) => [name, valueOf(name, option, said.get(name) ?? [], locale)]);
  return { values: Object.fromEntries(values) as Values<All>, operands };
}

function valueOf(name: string, option: Option, said: readonly string[], locale: Locale): unknown {
  const { type, multiple, choices, takes } = option;
  if (type === 'boolean') return said.length > 0;
  for (const value of said) {
    if (choices && !choices.includes(value) && !takes?.(value))
      throw new UsageError(say(texts.badChoice, locale, { option: name, value, choices: choices.join(', ') }));
    if (type === 'number' && !/^\d{1,15}$/u.test(value))
      throw new UsageError(say(texts.badNumber, locale, { option: name, value: visible(value) }));
  }
  if (multiple) return said;
  const last = said.at(-1) ?? option.default;
  return type === 'number' && last !== undefined ? Number(last) : last;
}
