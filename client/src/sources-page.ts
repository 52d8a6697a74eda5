/** The page of all sources of what a policy says at one place: behind the link in hovers, and for the cursor's place as a command. */
import { commands, l10n, Position, Uri, window, workspace } from 'vscode';
import { pageScheme, requests } from '../../protocol/names.js';
import type { SourcesPage } from '../../protocol/answers.js';
import { activeHost } from './active-policy.js';
import { tellUnanswered, type Ask } from './ask.js';
import type { ReadPage } from './pages.js';

/** The folder of these pages among all pages. */
export const sourcesPages = 'sources';

/** The address of a document, a line and a character, as hovers have it and as the address of a page keeps it. */
type PlaceOfSources = readonly [uri: string, line: number, character: number];

const isPlace = (value: unknown): value is PlaceOfSources =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  [value[1], value[2]].every((each) => Number.isSafeInteger(each) && Number(each) >= 0);

async function ask(asking: Ask, [uri, line, character]: PlaceOfSources): Promise<SourcesPage | null | undefined> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === Uri.parse(uri).toString());
  const position = new Position(line, character);
  return document ? asking(requests.sources, document, { position }) : null;
}

/** The cursor's place, if it is in a document that may hold policies; tells the person if not. */
function cursorPlace(): PlaceOfSources | undefined {
  const cursor = window.activeTextEditor?.selection.active;
  const document = activeHost();
  return cursor && document && [document.uri.toString(), cursor.line, cursor.character];
}

/** Shows the page for a place; of the cursor, if `given` is none. Tells the person where nothing is known of it. */
export async function showSources(asking: Ask, given: readonly unknown[]): Promise<void> {
  const place = isPlace(given) ? given : cursorPlace();
  if (!place) return;
  const page = await ask(asking, place);
  if (!page) {
    tellUnanswered(page, l10n.t('Nothing is known of what the cursor is on.'));
    return;
  }
  const name = page.title.replace(/[/\\?#]+/gu, ' ').slice(0, 60);
  const uri = Uri.from({ scheme: pageScheme, path: `/${sourcesPages}/${name}.md`, query: JSON.stringify(place) });
  await commands.executeCommand('vscode.open', uri);
}

/** Reads a page anew, from the policy as it is now. */
export const readSourcesPage =
  (asking: Ask): ReadPage =>
  async (_, { query }) => {
    const place: unknown = JSON.parse(query);
    return isPlace(place) ? (await ask(asking, place))?.text : undefined;
  };
