/** Writes the shipped form of the catalogue, which `core/catalogue/pack.ts` reads. */
import type { PackedAction, PackedService, PackEntry } from '../../server/src/core/catalogue/pack.js';
import type { Compiled } from './compile.js';

/** Texts of the packs: first the services that load with the server, led by the index of all, then the rest. */
export function writePacks(services: readonly Compiled[], isFirst: (service: string) => boolean, date: string): readonly [string, string] {
  const texts: [string, string] = ['', ''];
  const entries = services.map((service): PackEntry => {
    const pack = isFirst(service.service) ? 0 : 1;
    const line = JSON.stringify(packService(service));
    const start = texts[pack].length;
    texts[pack] += `${line}\n`;
    return [service.service, service.product.en, service.product.zh, pack, start, line.length, ...(service.aliases ? [service.aliases] : [])] as PackEntry;
  });
  const index = `${JSON.stringify({ date, services: entries })}\n`;
  return [index + texts[0], texts[1]];
}

/** Leaves out what the index says, and says once what several actions share. */
export function packService({ service: _service, product: _product, aliases: _aliases, actions, ...rest }: Compiled): PackedService {
  const groups = new Map<string, string[]>();
  for (const [name, facts] of Object.entries(actions ?? {})) {
    const text = JSON.stringify(facts);
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  const shared = [...groups].filter(([, names]) => names.length > 1);
  const own = [...groups].flatMap(([text, [name = '', ...others]]) => (others.length === 0 ? [[name, JSON.parse(text) as PackedAction] as const] : []));
  return {
    ...rest,
    ...(shared.length > 0 && { groups: shared.map(([text, names]) => [JSON.parse(text) as PackedAction, names.join(' ')] as const) }),
    ...(own.length > 0 && { actions: Object.fromEntries(own) }),
  };
}
