/** A request about a JSON file that the client does not send as a policy: whether it is one. */
import type { CancellationToken } from 'vscode-languageserver';
import { requests } from '../../../../protocol/names.js';
import { isPlainlyPolicy } from '../../core/embed/plainly.js';
import { isTestFile } from '../test-files.js';
import type { Area } from './area.js';

/** Nothing in it is taken for granted. */
interface Asked {
  readonly textDocument?: { readonly uri?: unknown };
  readonly text?: unknown;
}

export const jsonKindRequests: Area = {
  capabilities: () => ({}),
  register({ connection, guard, configurations }) {
    const answer = guard<Asked, object | null>(requests.jsonKind, null, async ({ textDocument, text }) => {
      const uri = textDocument?.uri;
      if (typeof uri !== 'string' || configurations.isConfiguration(uri) || isTestFile(uri)) return null;
      await configurations.ready(uri);
      const said = configurations.of(uri);
      if (said?.ignored) return null;
      // Where `files` says which JSON files are policies, the others are none.
      const mayBe = said?.names !== true && typeof text === 'string';
      return { named: said?.named === true, policy: mayBe && isPlainlyPolicy(text) };
    });
    connection.onRequest(requests.jsonKind, (asked: Asked, token: CancellationToken) => answer(asked, token));
  },
};
