/** What the server answers to each request beyond the Language Server Protocol. Null: the document is not open. */
import type { WorkspaceEdit } from 'vscode-languageclient';
import type {
  AddedStatement,
  ChangedConfiguration,
  Compact,
  Excerpt,
  Expansion,
  KeptUsed,
  SourcesPage,
  Summary,
  Template,
} from '../../protocol/answers.js';
import type { AccessAnswer, AccessChoice, AccessComparison, AccessExplanation } from '../../protocol/access.js';
import type { Literal } from '../../protocol/literals.js';
import type { NewTests, PolicyTests } from '../../protocol/tests.js';
import type { requests } from '../../protocol/names.js';

export interface Answers {
  readonly [requests.templates]: readonly Template[];
  readonly [requests.readLiteral]: Literal | null;
  readonly [requests.writeLiteral]: { readonly text: string } | null;
  readonly [requests.setOrigin]: null;
  readonly [requests.jsonKind]: { readonly named: boolean; readonly policy: boolean } | null;
  readonly [requests.summary]: Summary | null;
  readonly [requests.compact]: Compact | null;
  readonly [requests.excerpt]: Excerpt | null;
  readonly [requests.expandWildcards]: Expansion | null;
  readonly [requests.sources]: SourcesPage | null;
  readonly [requests.explain]: AccessExplanation | null;
  readonly [requests.can]: AccessAnswer | null;
  readonly [requests.compare]: AccessComparison | null;
  readonly [requests.leastPrivilege]: KeptUsed<WorkspaceEdit> | null;
  readonly [requests.canChoices]: readonly AccessChoice[] | null;
  readonly [requests.tests]: PolicyTests | null;
  readonly [requests.newTests]: NewTests | null;
  readonly [requests.changeConfiguration]: ChangedConfiguration<WorkspaceEdit> | null;
  readonly [requests.addStatement]: AddedStatement<WorkspaceEdit> | null;
}
