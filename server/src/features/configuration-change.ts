/** Changes a configuration for a finding: as edits of its file, which are those of a new file where there is none. */
import type { CreateFile, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ConfigurationChange } from '../../../protocol/answers.js';
import { addSuppression, setLevel } from '../core/config/edit.js';
import { literalGlob } from '../core/glob.js';
import { indexLines } from '../core/lines.js';
import type { Rules } from '../core/lint/lint.js';
import { own } from '../core/own.js';
import type { Edit } from '../core/span.js';
import { workspaceEdit } from './workspace-edit.js';

/** The configuration that a document's changes belong into. */
export interface ConfigurationTarget {
  readonly uri: string;
  /** Undefined: there is no such file yet. */
  readonly text: string | undefined;
  /** Of the open document; null where it is not open. */
  readonly version: number | null;
  /** The document's path from the configuration's folder. */
  readonly path: string;
}

/** What edits of other documents may do in the client. */
export interface EditAbilities {
  /** They may name the version of the document they are for. */
  readonly versionsEdits: boolean;
  /** They may create files; absent: they may not. */
  readonly createsFiles?: boolean;
}

/** The edit that makes `change`; undefined where the client cannot create the file, the change says nothing, or the file has mistakes that are in the way. */
export function changeConfiguration(
  { uri, text, version, path }: ConfigurationTarget,
  change: ConfigurationChange,
  rules: Rules,
  { versionsEdits, createsFiles }: EditAbilities,
): WorkspaceEdit | undefined {
  if (text === undefined && !(createsFiles && versionsEdits)) return undefined;
  const edits = editsOf(text ?? '', path, change, rules);
  if (!edits) return undefined;
  const writing = workspaceEdit([{ uri, version, edits: asTextEdits(text ?? '', edits) }], versionsEdits);
  if (text !== undefined) return writing;
  const creation: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  return { documentChanges: [creation, ...(writing.documentChanges ?? [])] };
}

function editsOf(text: string, path: string, change: ConfigurationChange, rules: Rules): readonly Edit[] | undefined {
  if (!own(rules, change.rule)) return undefined;
  if (change.kind === 'level') return setLevel(text, change.rule, change.level, path, rules);
  const { rule, action, resource, statement, reason } = change;
  const narrowed = {
    ...(action === undefined ? {} : { action }),
    ...(resource === undefined ? {} : { resource }),
    ...(statement === undefined ? {} : { statement }),
  };
  return addSuppression(text, { rule, files: [literalGlob(path)], ...narrowed, reason }, rules);
}

function asTextEdits(text: string, edits: readonly Edit[]): TextEdit[] {
  const lines = indexLines(text);
  const positionAt = (offset: number) => {
    const { line, column } = lines.at(offset);
    return { line: line - 1, character: column - 1 };
  };
  return edits.map(({ span, newText }) => ({
    range: { start: positionAt(span.start), end: positionAt(span.end) },
    newText,
  }));
}
