// Takes the place of @vscode/spdlog, VS Code's native logger, in the installed host: same functions, plain appending, nothing to compile.
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

export const version = 0;
export const setLevel = () => undefined;
export const setFlushOn = () => undefined;

class Logger {
  #file;
  #level = 2;
  #plain = false;

  constructor(file) {
    this.#file = file;
    mkdirSync(path.dirname(file), { recursive: true });
  }

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      appendFileSync(this.#file, this.#plain ? message : `${time} [${levels[level]}] ${message}\n`);
    } catch {
      // The folder is gone: VS Code is being ended.
    }
  }

  trace = (message) => this.#write(0, message);
  debug = (message) => this.#write(1, message);
  info = (message) => this.#write(2, message);
  warn = (message) => this.#write(3, message);
  error = (message) => this.#write(4, message);
  critical = (message) => this.#write(5, message);

  getLevel = () => this.#level;
  setLevel = (level) => {
    this.#level = level;
  };
  /** Without a pattern, messages stand as they are, with their own line ends: the text of an output channel. */
  clearFormatters = () => {
    this.#plain = true;
  };
  setPattern = () => undefined;
  flush = () => undefined;
  drop = () => undefined;
}

export const createRotatingLogger = async (_name, file) => new Logger(file);
export const createAsyncRotatingLogger = createRotatingLogger;
export { Logger };
