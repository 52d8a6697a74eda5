/** Counts what the catalogue holds. The figures are committed, so that a change of theirs shows in review. */
import type { Compiled } from './compile.js';

/** How a level is known: by a document, by a rule, or not at all. */
export type Evidence = 'documented' | 'derived' | 'unknown';

export interface Figures {
  readonly services: number;
  readonly actions: number;
  readonly evidence: Readonly<Record<Evidence, number>>;
  readonly levels: Readonly<Record<'resource' | 'operation', number>>;
  readonly described: number;
  readonly resourceTypes: number;
  readonly presets: number;
  readonly conditionKeys: number;
  /** `actions, documented, derived, unknown` of each service. */
  readonly perService: Readonly<Record<string, string>>;
}

export function countFigures(services: readonly Compiled[]): Figures {
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
    described: services.reduce(
      (total, { actions }) => total + Object.values(actions ?? {}).filter(({ description }) => description).length,
      0,
    ),
    resourceTypes: items(({ resourceTypes }) => resourceTypes),
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
