/** Which documents may hold policies, as the settings have it. */
import { workspace, type DocumentSelector, type TextDocument } from 'vscode';
import { hostFiles, type HostFiles } from '../../protocol/hosts.js';
import { hostLanguages, languageId, section } from '../../protocol/names.js';

/** Every document that may hold policies, for VS Code. */
export const hostSelector: DocumentSelector = [
  { language: languageId },
  ...Object.values(hostFiles).flatMap(({ languages, endings }) => [
    ...languages.map((language) => ({ language })),
    ...endings.map((ending) => ({ pattern: `**/*${ending}` })),
  ]),
];

/** Whether a document is a policy, or has something in it that every policy has. */
export const mayHoldPolicy = (document: TextDocument): boolean =>
  document.languageId === languageId || hostOf(document)?.mayHold.test(document.getText()) === true;

/** What kind of file with policies in it a document is, if the settings have policies looked for there. */
export function hostOf(document: TextDocument): HostFiles | undefined {
  const { path } = document.uri;
  const kind = hostLanguages.find((name) => {
    const { languages, endings } = hostFiles[name];
    return languages.includes(document.languageId) || endings.some((ending) => path.endsWith(ending));
  });
  const wanted = workspace.getConfiguration(section).get<unknown>('policiesIn');
  return kind !== undefined && (!Array.isArray(wanted) || wanted.includes(kind)) ? hostFiles[kind] : undefined;
}
