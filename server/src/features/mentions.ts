/** Mentions of actions, resources and accounts: what references, rename and highlights have in common. */
import type { Location, Position } from 'vscode-languageserver-types';
import { meansSame, mentionAt, mentionsOf, type Mention } from '../core/place/mentions.js';
import type { PolicyDocument } from './document.js';
import type { WorkspaceFacts } from './workspace-facts.js';

/** What is mentioned at `position`. */
export const mentionAtPosition = (document: PolicyDocument, position: Position): Mention | undefined =>
  mentionAt(mentionsOf(document.policy), document.offsetAt(position));

/** All places in the workspace's policies that mean the same as `target`, file by file. */
export const references = (target: Mention, files: readonly WorkspaceFacts[]): Location[] =>
  files.flatMap(({ uri, mentions }) =>
    mentions.filter(({ mention }) => meansSame(target, mention)).map(({ range }) => ({ uri, range })),
  );
