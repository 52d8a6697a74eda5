/** What a picture shows, and how the screen gets there. */
import type { Workbench } from './ui.js';

export type Language = 'en' | 'zh-cn';

export interface Scene {
  /** The picture's name: see `screenshots.ts`. */
  readonly name: string;
  /** The file that it shows, of `examples/` or of `folder`. */
  readonly file: string;
  /** Relative to the repository. */
  readonly folder?: string;
  /** Brings the screen from the opened file to what the picture shows. */
  readonly play: (workbench: Workbench, file: string, language: Language) => Promise<unknown>;
  /** What must then be on the screen, in what `play` resolves to: a picture without it would be a lie. */
  readonly shows: RegExp;
}
