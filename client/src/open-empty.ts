/** An untitled policy to write into. */
import { window, workspace, type TextEditor } from 'vscode';
import { languageId } from '../../protocol/names.js';

export const openEmpty = async (): Promise<TextEditor> =>
  window.showTextDocument(await workspace.openTextDocument({ language: languageId, content: '' }));
