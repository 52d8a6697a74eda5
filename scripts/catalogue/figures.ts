/** Counts what the catalogue holds. The figures are committed, so that a change of theirs shows in review. */
import type { Compiled } from './compile.js';
import type { CompiledAction } from './merge-actions.js';

/** How a level is known: by a document, by a rule, or not at all. */
export type Evidence = 'documented' | 'derived' | 'unknown';

export interface Figures {
  readonly services: number;
  readonly actions: number;
  readonly evidence: Readonly<Record<Evidence, number>>;
  readonly levels: Readonly<Record<'resource' | 'operation', number>>;
  /** Levels that documents say, by the year of the newest source; `undated` where no source has a date. */
  readonly documentedByYear: Readonly<Record<string, number>>;
  readonly described: number;
  /** Actions with a page of the API; their required parameters are known. */
  readonly linked: number;
  readonly resourceTypes: number;
  /** Resource-level actions whose format is known, and those whose is not. */
  readonly formats: { readonly known: number; readonly unknown: number };
  /** Services of which is known whether conditions on tags, or on IP addresses, work. */
  readonly conditions: { readonly tag: number; readonly ip: number };
  readonly conflicts: number;
  readonly presets: number;
  readonly conditionKeys: number;
  /** `actions, documented, derived, unknown` of each service. */
  readonly perService: Readonly<Record<string, string>>;
}

export function countFigures(services: readonly Compiled[], described: number, linked: number): Figures {
  const perService = Object.fromEntries(services.map((service) => [service.service, countLevels(service)] as const));
  const counts = Object.values(perService);
  const sum = (pick: (count: Counts) => number): number => counts.reduce((total, count) => total + pick(count), 0);
  const items = (pick: (service: Compiled) => readonly unknown[] | undefined): number =>
    services.reduce((total, service) => total + (pick(service)?.length ?? 0), 0);
  return {
    services: services.length,
    actions: sum(({ actions }) => actions),
    evidence: {
      documented: sum(({ documented }) => documented),
      derived: sum(({ derived }) => derived),
      unknown: sum(({ unknown }) => unknown),
    },
    levels: { resource: sum(({ resource }) => resource), operation: sum(({ operation }) => operation) },
    documentedByYear: countYears(services),
    described:
      described +
      services.reduce(
        (total, { actions }) => total + Object.values(actions ?? {}).filter(({ description }) => description).length,
        0,
      ),
    linked,
    resourceTypes: items(({ resourceTypes }) => resourceTypes),
    formats: countFormats(services),
    conditions: {
      tag: services.filter(({ conditions }) => conditions?.tag).length,
      ip: services.filter(({ conditions }) => conditions?.ip).length,
    },
    conflicts: countConflicts(services),
    presets: items(({ presets }) => presets),
    conditionKeys: items(({ conditionKeys }) => conditionKeys),
    perService: Object.fromEntries(
      Object.entries(perService).map(([name, count]) => [
        name,
        `${count.actions}, ${count.documented}, ${count.derived}, ${count.unknown}`,
      ]),
    ),
  };
}

const actionsOf = ({ actions }: Compiled): readonly CompiledAction[] => Object.values(actions ?? {});

/** Levels that documents say of the very action, by the year of the newest source. */
function countYears(services: readonly Compiled[]): Readonly<Record<string, number>> {
  const years: Record<string, number> = {};
  for (const service of services)
    for (const { level } of actionsOf(service)) {
      if (!level || level.derived) continue;
      const dates = level.sources.map((index) => service.sources?.[index]?.date ?? '').sort();
      const year = dates.at(-1)?.slice(0, 4) || 'undated';
      years[year] = (years[year] ?? 0) + 1;
    }
  return Object.fromEntries(Object.entries(years).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countFormats(services: readonly Compiled[]): Figures['formats'] {
  const restrictable = services.flatMap(actionsOf).filter(({ level }) => level?.level === 'resource');
  const known = restrictable.filter(({ resourceTypes = [] }) => resourceTypes.length > 0).length;
  return { known, unknown: restrictable.length - known };
}

const countConflicts = (services: readonly Compiled[]): number =>
  services.reduce(
    (total, service) =>
      total +
      (service.conflicts?.length ?? 0) +
      (service.resourceTypes ?? []).filter(({ conflict }) => conflict).length +
      actionsOf(service).filter(({ conflict }) => conflict).length,
    0,
  );

interface Counts extends Readonly<Record<Evidence, number>> {
  readonly actions: number;
  readonly resource: number;
  readonly operation: number;
}

function countLevels({ names, actions, levelOfRest }: Compiled): Counts {
  const bare = Object.values(names ?? {})
    .flatMap((list) => list.split(' '))
    .map(() => levelOfRest);
  const levels = [...bare, ...Object.values(actions ?? {}).map(({ level }) => level ?? levelOfRest)];
  const derived = levels.filter((level) => level?.derived).length;
  const documented = levels.filter((level) => level && !level.derived).length;
  return {
    actions: levels.length,
    documented,
    derived,
    unknown: levels.length - documented - derived,
    resource: levels.filter((level) => level?.level === 'resource').length,
    operation: levels.filter((level) => level?.level === 'operation').length,
  };
}
