/** An area of requests: what it announces to the client, and what it then answers to. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { Session } from '../session.js';

export interface Area {
  readonly capabilities: (client: Client) => ServerCapabilities;
  readonly register: (session: Session) => void;
}
