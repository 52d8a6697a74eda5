/** Starts the server: a session begins when the client has said who it is; each area of requests then joins it. */
import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { clientOf } from './client.js';
import { codeActionRequests } from './requests/code-actions.js';
import { commandRequests } from './requests/commands.js';
import { completionRequests } from './requests/completion.js';
import { diagnosticRequests } from './requests/diagnostics.js';
import { formattingRequests } from './requests/formatting.js';
import { hoverRequests } from './requests/hover.js';
import { inlayHintRequests } from './requests/inlay-hints.js';
import { linkRequests } from './requests/links.js';
import type { Area } from './requests/area.js';
import { semanticTokenRequests } from './requests/semantic-tokens.js';
import { settingsRequests } from './requests/settings.js';
import { structureRequests } from './requests/structure.js';
import { workspaceRequests } from './requests/workspace.js';
import { createSession, type ServerPorts } from './session.js';

export type { ServerPorts } from './session.js';

/** What the server answers to. */
const areas: readonly Area[] = [
  settingsRequests,
  diagnosticRequests,
  completionRequests,
  hoverRequests,
  codeActionRequests,
  structureRequests,
  formattingRequests,
  linkRequests,
  inlayHintRequests,
  semanticTokenRequests,
  workspaceRequests,
  commandRequests,
];

/** Wires the server to a connection and listens. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  connection.onInitialize((params) => initialize(params, connection, ports));
  connection.listen();
}

function initialize(params: InitializeParams, connection: Connection, ports: ServerPorts): InitializeResult {
  connection.onInitialize(() => new ResponseError(ErrorCodes.InvalidRequest, 'initialized already'));
  const client = clientOf(params);
  const session = createSession(connection, client, ports);
  for (const { register } of areas) register(session);
  session.documents.listen(connection);
  return {
    serverInfo: { name: 'cam-policy-language-server', version: ports.version },
    capabilities: areas.reduce<ServerCapabilities>(
      (announced, { capabilities }) => ({ ...announced, ...capabilities(client) }),
      { textDocumentSync: TextDocumentSyncKind.Incremental },
    ),
  };
}
