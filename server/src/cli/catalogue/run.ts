/** The command `catalogue`: what is known, how much of it, from where and from when. */
import { createNodeCatalogue } from '../../catalogue-file.js';
import { accessClasses, accessNames, say, type Locale, type SourceData } from '../../core/index.js';
import type { catalogueOptions } from '../commands/catalogue.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import {
  catalogueFigures,
  serviceFigures,
  type CatalogueFigures,
  type Counts,
  type ServiceFigures,
} from './figures.js';
import { texts } from './texts.js';

/** Shows the whole catalogue, or each service that is named. */
export function runCatalogue(
  { values, operands }: Arguments<typeof catalogueOptions>,
  { locale, print, complain, packs }: Environment,
): ExitCode {
  const catalogue = createNodeCatalogue(packs);
  const show = <Figures>(figures: Figures, inWords: (figures: Figures, locale: Locale) => string): void => {
    print(values.json ? `${JSON.stringify(figures, undefined, 2)}\n` : inWords(figures, locale));
  };
  if (operands.length === 0) {
    show(catalogueFigures(catalogue), catalogueInWords);
    return exitCodes.fine;
  }
  const unknown = operands.filter((word) => !catalogue.service(word.toLowerCase()));
  for (const word of unknown) {
    const near = catalogue.nearestServices(word.toLowerCase()).join(', ');
    complain(say(near === '' ? texts.unknown : texts['unknown-near'], locale, { word: oneLine(word), near }));
  }
  const known = operands.flatMap((word) => catalogue.service(word.toLowerCase()) ?? []).map(serviceFigures);
  show(known, (all) => all.map((figures) => serviceInWords(figures, locale)).join('\n'));
  return unknown.length > 0 ? exitCodes.notDone : exitCodes.fine;
}

function countLines({ access, levels }: Counts, locale: Locale): readonly string[] {
  const parts = accessClasses.flatMap((one) => {
    const count = access[one];
    return count === undefined ? [] : [say(texts.class, locale, { name: accessNames[one], count })];
  });
  return [
    say(texts.access, locale, { counts: parts.join(locale === 'zh' ? '，' : ', ') }),
    say(texts.levels, locale, levels),
  ];
}

function catalogueInWords(figures: CatalogueFigures, locale: Locale): string {
  const { date, services, actions, sources } = figures;
  const { documents, oldest = '?', newest = '?' } = sources;
  const width = Math.max(...services.map(({ service }) => service.length));
  return `${[
    say(texts.head, locale, { date, services: services.length, actions }),
    ...countLines(figures, locale),
    say(texts.documents, locale, { documents, oldest, newest }),
    '',
    ...services.map(
      ({ service, product, actions: own }) => `${service.padEnd(width)} ${String(own).padStart(5)}  ${product[locale]}`,
    ),
  ].join('\n')}\n`;
}

function serviceInWords(figures: ServiceFigures, locale: Locale): string {
  const { service, product, aliases, complete, actions, resources, sources } = figures;
  const titled = (title: keyof typeof texts, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [say(texts[title], locale), ...lines.map((line) => `  ${line}`)] : [];
  return `${[
    say(texts.service, locale, { service, product, actions }),
    ...(aliases.length > 0 ? [say(texts.aliases, locale, { names: aliases.join(', ') })] : []),
    ...countLines(figures, locale),
    say(complete ? texts.complete : texts.incomplete, locale),
    ...titled('resources', resources),
    ...titled(
      'sources',
      sources.map((source) => sourceLine(source, locale)),
    ),
  ].join('\n')}\n`;
}

const sourceLine = ({ title, zh, document, url, date }: SourceData, locale: Locale): string =>
  [date ?? say(texts.undated, locale), locale === 'zh' ? (zh ?? title) : title, document, url]
    .filter((part) => part !== undefined)
    .join('  ');
