/** Prints what the catalogue holds and how large it is. */
import { gzipSync } from 'node:zlib';
import { compileCatalogue } from './generate.js';
import { firstClass } from './paths.js';

export function report(): string {
  const {
    files,
    figures: { perService, ...figures },
  } = compileCatalogue();
  const packs = [...files].filter(([name]) => name.endsWith('.pack'));
  const size = (texts: readonly string[]): string => {
    const bytes = Buffer.from(texts.join(''));
    return `${(bytes.length / 1000).toFixed(0).padStart(6)} kB raw, ${(gzipSync(bytes).length / 1000).toFixed(0).padStart(5)} kB gzip`;
  };
  return [
    `services        ${figures.services}`,
    `actions         ${figures.actions}: ${figures.described} described, ${figures.linked} with the page of their API and required parameters`,
    `levels          ${figures.evidence.documented} documented, ${figures.evidence.derived} derived, ${figures.evidence.unknown} unknown`,
    `                ${figures.levels.resource} resource-level, ${figures.levels.operation} operation-level`,
    `by year         ${Object.entries(figures.documentedByYear)
      .map(([year, count]) => `${year}: ${count}`)
      .join(', ')}`,
    `resource types  ${figures.resourceTypes}; of resource-level actions ${figures.formats.known} have a format, ${figures.formats.unknown} none`,
    `presets         ${figures.presets}`,
    `condition keys  ${figures.conditionKeys} of services; tags known of ${figures.conditions.tag} services, IP addresses of ${figures.conditions.ip}`,
    `conflicts       ${figures.conflicts}`,
    '',
    'first class     actions, documented, derived, unknown',
    ...firstClass.map((service) => `  ${service.padEnd(14)}${perService[service] ?? ''}`),
    '',
    ...packs.map(([name, text]) => `${name.padEnd(16)}${size([text])}`),
    `${'together'.padEnd(16)}${size(packs.map(([, text]) => text))}`,
  ].join('\n');
}
