/** Reads the sentences of unpacked SDK packages on their actions, to compare with and never to keep. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All sentences of the packages in the given folders, without white space and punctuation. */
export function readSdkSentences(...packages: readonly string[]): ReadonlySet<string> {
  const sentences = new Set<string>();
  for (const root of packages) {
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => isClient.test(name))) {
      for (const sentence of sentencesOf(readFileSync(path.join(root, file), 'utf8'))) sentences.add(sentence);
    }
  }
  return sentences;
}

const isClient = /_client(?:\.d\.ts|\.js)$/;

/** The comments before methods that take a request: each as a whole, and by the sentence. */
export function sentencesOf(client: string): readonly string[] {
  return [...client.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*\w+\(req/g)].flatMap(([, comment = '']) => {
    const text = comment
      .replaceAll(/^\s*\*/gm, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/^\s*@.*$/gm, '');
    return [text, ...text.split(/(?<=[.。；;])\s*|\n/)].map(plainOf).filter((sentence) => sentence !== '');
  });
}

/** A text without white space and punctuation, in lower case. */
export const plainOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
