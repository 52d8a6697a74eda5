/** The person's settings below `camPolicy`. What has the wrong type is ignored. */
import { hostLanguages, ruleLevels, section, type HostLanguage } from '../../../protocol/names.js';
import type { RuleSetting, RuleSettings } from '../core/lint/lint.js';
import { own } from '../core/own.js';
import type { InlayHintSettings } from '../features/inlay-hints.js';

export interface Settings {
  readonly rules: RuleSettings;
  readonly inlayHints: InlayHintSettings;
  /** In which kinds of files besides policy files policies are looked for. */
  readonly policiesIn: readonly HostLanguage[];
  /** Whether actions are links to their documentation. */
  readonly actionLinks: boolean;
}

/** The defaults. package.json has them, too; a test compares them. */
export const defaultInlayHints: InlayHintSettings = { wildcards: true, regions: true, levels: false };

const ruleSettings: readonly string[] = ruleLevels satisfies readonly RuleSetting[];

/** Whether `value` is a level. */
export const isRuleSetting = (value: unknown): value is RuleSetting =>
  typeof value === 'string' && ruleSettings.includes(value);

/** Whether `value` is an object and not an array. */
export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The settings in the value that a client sent for the section. */
export function settingsOf(value: unknown): Settings {
  const rules = memberOf(value, 'rules');
  const hints = memberOf(value, 'inlayHints');
  const hint = (kind: keyof InlayHintSettings): boolean => {
    const wanted = hints[kind];
    return typeof wanted === 'boolean' ? wanted : defaultInlayHints[kind];
  };
  const places = isObject(value) ? own(value, 'policiesIn') : undefined;
  return {
    policiesIn: Array.isArray(places) ? hostLanguages.filter((language) => places.includes(language)) : hostLanguages,
    actionLinks: isObject(value) && own(value, 'actionLinks') === true,
    inlayHints: { wildcards: hint('wildcards'), regions: hint('regions'), levels: hint('levels') },
    rules: Object.fromEntries(
      Object.entries(rules).filter((entry): entry is [string, RuleSetting] => isRuleSetting(entry[1])),
    ),
  };
}

/** The member of that name, if it is an object; else an empty one. */
function memberOf(value: unknown, name: string): { readonly [name: string]: unknown } {
  const member = isObject(value) ? own(value, name) : undefined;
  return isObject(member) ? member : {};
}

/** The settings in force. */
export interface SettingsStore {
  /** For a document's address. Today all addresses have the same. */
  of(uri: string | undefined): Settings;
  /** Tells the listeners what is in force where the client will not be asked. */
  begin(): void;
  /** Applies the value that a client sent for the section; those of the start where it has none. */
  apply(value: unknown): void;
  /** To be called when something else that findings depend on as they do on settings has changed. */
  changed(): void;
  /** Calls `listener` each time settings were applied; `changed`: they differ from those before. */
  onApplied(listener: (changed: boolean) => void): void;
}

export function createSettings(first: Settings): SettingsStore {
  const listeners: ((changed: boolean) => void)[] = [];
  let current = first;
  const tell = (changed: boolean): void => {
    for (const listener of listeners) listener(changed);
  };
  return {
    of: () => current,
    begin: () => {
      tell(false);
    },
    changed: () => {
      tell(true);
    },
    apply(value) {
      const next = value === undefined || value === null ? first : settingsOf(value);
      // Most clients first send what the server has assumed: what it has cached since stays valid.
      const changed = JSON.stringify(next) !== JSON.stringify(current);
      current = next;
      tell(changed);
    },
    onApplied: (listener) => void listeners.push(listener),
  };
}

/** Our section, as `value`, of the settings that older clients send with `workspace/didChangeConfiguration`; undefined where it is not among them. */
export const sectionIn = (settings: unknown): { readonly value: unknown } | undefined =>
  isObject(settings) && Object.hasOwn(settings, section) ? { value: settings[section] } : undefined;
