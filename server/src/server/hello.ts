/** `initialize` of a client that leaves out what LSP requires. */
import { InitializeRequest, type ConnectionOptions, type Message } from 'vscode-languageserver';
import { isObject } from './settings.js';

/** For each connection: where `capabilities` are missing, which the library reads before the server does, the client has announced none. */
export const lenient: ConnectionOptions = {
  messageStrategy: { handleMessage: (message, next) => next(isHello(message) ? withCapabilities(message) : message) },
};

const isHello = (message: Message): message is Message & { readonly params?: unknown } =>
  'method' in message && message.method === InitializeRequest.method;

function withCapabilities(message: Message & { readonly params?: unknown }): Message {
  const { params = {} } = message;
  if (!isObject(params) || isObject(params['capabilities'])) return message;
  return { ...message, params: { ...params, capabilities: {} } } as Message;
}
