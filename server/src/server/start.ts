/** Starts the server. A session begins with `initialize`; then each area registers its requests. */
import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { clientOf } from './client.js';
import { wrongParameters, type WrongParameters } from './incoming.js';
import { accessRequests } from './requests/access.js';
import { codeActionRequests } from './requests/code-actions.js';
import { codeLensRequests } from './requests/code-lenses.js';
import { commandRequests } from './requests/commands.js';
import { completionRequests } from './requests/completion.js';
import { configurationRequests } from './requests/configuration.js';
import { diagnosticRequests } from './requests/diagnostics.js';
import { formattingRequests } from './requests/formatting.js';
import { hostRequests } from './requests/hosts.js';
import { hoverRequests } from './requests/hover.js';
import { inlayHintRequests } from './requests/inlay-hints.js';
import { jsonKindRequests } from './requests/json-kind.js';
import { literalRequests } from './requests/literals.js';
import { linkRequests } from './requests/links.js';
import type { Area } from './requests/area.js';
import { semanticTokenRequests } from './requests/semantic-tokens.js';
import { settingsRequests } from './requests/settings.js';
import { structureRequests } from './requests/structure.js';
import { testRequests } from './requests/tests.js';
import { workspaceRequests } from './requests/workspace.js';
import { createSession, type ServerPorts, type Session } from './session.js';
import { warmUpLater } from './warm-up.js';

export type { ServerPorts } from './session.js';

/** All requests, by area. */
const areas: readonly Area[] = [
  settingsRequests,
  configurationRequests,
  hostRequests,
  diagnosticRequests,
  completionRequests,
  hoverRequests,
  codeActionRequests,
  structureRequests,
  formattingRequests,
  linkRequests,
  inlayHintRequests,
  codeLensRequests,
  semanticTokenRequests,
  workspaceRequests,
  commandRequests,
  accessRequests,
  testRequests,
  literalRequests,
  jsonKindRequests,
];

/** Connects the server and listens. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  let session: Session | undefined;
  connection.onInitialize((params) => {
    if (session) return new ResponseError(ErrorCodes.InvalidRequest, 'initialized already');
    const begun = createSession(connection, clientOf(params, ports.locale), ports);
    session = begun;
    return begin(begun, ports);
  });
  connection.onShutdown(() => {
    if (!session || session.isShutDown()) return unanswered('shutdown', session);
    return session.shutDown();
  });
  connection.onRequest((method) => unanswered(method, session));
  connection.onRequest(wrongParameters, ({ method }: WrongParameters) =>
    !session || session.isShutDown() ? unanswered(method, session) : invalid(method),
  );
  connection.onNotification(wrongParameters, ({ method }: WrongParameters) => {
    if (session && !session.isShutDown()) session.log(invalid(method).message);
  });
  connection.listen();
  const isWaiting = (): boolean => !session || (session.documents.all().length === 0 && !session.isShutDown());
  warmUpLater(ports, isWaiting, (message) => {
    connection.console.error(message);
  });
}

function begin(session: Session, { version }: ServerPorts): InitializeResult {
  for (const { register } of areas) register(session);
  session.documents.listen(session.connection);
  return {
    serverInfo: { name: 'cam-policy-language-server', version },
    capabilities: areas.reduce<ServerCapabilities>(
      (announced, { capabilities }) => ({ ...announced, ...capabilities(session.client) }),
      { textDocumentSync: TextDocumentSyncKind.Incremental },
    ),
  };
}

/** The answer to a request whose parameters are not as LSP has them. */
const invalid = (method: string): ResponseError<never> =>
  new ResponseError<never>(ErrorCodes.InvalidParams, `${method} has wrong parameters`);

/** The answer to a request that no area answers. Source of the codes: LSP 3.17, initialize and shutdown requests. */
function unanswered(method: string, session: Session | undefined): ResponseError<never> {
  if (!session) return new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'the server is not initialized');
  if (session.isShutDown()) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'the server has been shut down');
  return new ResponseError<never>(ErrorCodes.MethodNotFound, `the server does not answer ${method}`);
}
