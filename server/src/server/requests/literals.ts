/** Policies in strings of programs: requests that read them, write them back, and say of a document what only the program knows. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Literal } from '../../../../protocol/literals.js';
import { requests } from '../../../../protocol/names.js';
import { formOf } from '../../core/embed/literals/form.js';
import type { Session } from '../session.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

/** Nothing in it is taken for granted. */
interface Asked {
  readonly text?: unknown;
  readonly language?: unknown;
  readonly form?: unknown;
  readonly textDocument?: { readonly uri?: unknown };
}

const readWritten = whenAsked(
  ({ readLiteral, readAnyLiteral }) =>
    (text: string, language: unknown): Literal | null => {
      const isKnown = typeof language === 'string' && language !== '';
      return (isKnown ? readLiteral(text, language) : readAnyLiteral(text)) ?? null;
    },
);

const write = whenAsked(({ usualForm, writeLiteral }) => (text: string, form: unknown, language: unknown) => {
  const given = formOf(form) ?? (typeof language === 'string' ? usualForm(language) : undefined);
  return given ? { text: writeLiteral(text, given) } : null;
});

export const literalRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const answer = answering(session);
    answer(requests.readLiteral, ({ text, language }) =>
      typeof text === 'string' ? readWritten(text, language) : null,
    );
    answer(requests.writeLiteral, ({ text, form, language }) =>
      typeof text === 'string' ? write(text, form, language) : null,
    );
    answer(requests.setOrigin, ({ textDocument, form }): null => {
      const uri = textDocument?.uri;
      const given = formOf(form);
      if (typeof uri !== 'string' || !session.documents.get(uri) || !given) return null;
      session.origins.set(uri, given.holes);
      session.cache.forget(uri);
      return null;
    });
    session.documents.onDidClose(({ document: { uri } }) => {
      session.origins.delete(uri);
    });
  },
};

const answering =
  ({ connection, guard }: Session) =>
  (method: string, handle: (asked: Asked) => object | null | Promise<object | null>): void => {
    const answer = guard<Asked, object | null>(method, null, handle);
    connection.onRequest(method, (asked: Asked, token: CancellationToken) => answer(asked, token));
  };
