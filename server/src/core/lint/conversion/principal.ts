/** Converts principals: their keys, and the strings under them as far as an account that is not filled in will do. */
import type { Foreign } from '../../catalogue/foreign.js';
import { federatedInCam, namedInCam } from '../../knowledge/foreign-principal.js';
import type { Principal, PrincipalEntry } from '../../policy/model.js';
import { isPrincipalKind, type PrincipalKind } from '../../policy/principal.js';
import type { JsonProperty } from '../../syntax/json.js';
import { join, leave, nothing, rename, type Part } from './part.js';

export function convertPrincipal({ property, entries }: Principal, foreign: Foreign): Part {
  const { key, value } = property;
  if (value?.kind === 'string') return value.value === '*' ? nothing : leave(value, 'principal', value.value);
  if (value?.kind !== 'object') return leave(key, 'principal', key.value);
  const taken = new Set(entries.map(({ kind }) => kind));
  return join(entries.map((entry) => convertEntry(entry, foreign, taken)));
}

/** `taken`: the keys that the principal has. */
function convertEntry(entry: PrincipalEntry, foreign: Foreign, taken: ReadonlySet<string>): Part {
  const { property, kind } = entry;
  if (!property) return nothing;
  const wanted = kind === foreign.data.principal ? 'qcs' : kind.toLowerCase();
  if (!isPrincipalKind(wanted) || (wanted !== kind && taken.has(wanted))) return leave(property.key, 'principal', kind);
  // Under CAM's key the others would name nobody, and CAM would refuse all of them.
  if (wanted === 'qcs' && !entry.values.every(({ value }) => namedInCam(value, foreign) !== undefined))
    return leave(property.key, 'principal', kind);
  return join([renameKey(property, wanted), ...convertValues(entry, wanted, foreign)]);
}

const renameKey = ({ key }: JsonProperty, kind: PrincipalKind): Part =>
  key.value === kind ? nothing : rename(key, kind);

function convertValues({ values }: PrincipalEntry, kind: PrincipalKind, foreign: Foreign): readonly Part[] {
  return values.map((node) => {
    const written =
      kind === 'qcs'
        ? namedInCam(node.value, foreign)
        : kind === 'federated'
          ? federatedInCam(node.value, foreign)
          : undefined;
    if (written === node.value) return nothing;
    return written === undefined ? leave(node, 'principal', node.value) : rename(node, written);
  });
}
