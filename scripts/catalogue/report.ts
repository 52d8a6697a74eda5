/** Prints what the catalogue holds and how large it is. */
import { gzipSync } from 'node:zlib';
import { countFigures } from './figures.js';
import { compileCatalogue } from './generate.js';
import { firstClass } from './paths.js';

export function report(): string {
  const { files, services } = compileCatalogue();
  const { perService, ...figures } = countFigures(services);
  const packs = [...files].filter(([name]) => name.endsWith('.pack'));
  const size = (texts: readonly string[]): string => {
    const bytes = Buffer.from(texts.join(''));
    return `${(bytes.length / 1000).toFixed(0).padStart(6)} kB raw, ${(gzipSync(bytes).length / 1000).toFixed(0).padStart(5)} kB gzip`;
  };
  return [
    `services        ${figures.services}`,
    `actions         ${figures.actions}: ${figures.described} described`,
    `levels          ${figures.evidence.documented} documented, ${figures.evidence.derived} derived, ${figures.evidence.unknown} unknown`,
    `                ${figures.levels.resource} resource-level, ${figures.levels.operation} operation-level`,
    `resource types  ${figures.resourceTypes}`,
    `presets         ${figures.presets}`,
    `condition keys  ${figures.conditionKeys} of services`,
    '',
    'first class     actions, documented, derived, unknown',
    ...firstClass.map((service) => `  ${service.padEnd(14)}${perService[service] ?? ''}`),
    '',
    ...packs.map(([name, text]) => `${name.padEnd(16)}${size([text])}`),
    `${'together'.padEnd(16)}${size(packs.map(([, text]) => text))}`,
  ].join('\n');
}
