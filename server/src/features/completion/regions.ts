/** The codes of regions as a service writes them, in the order to offer them. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { Language, RegionData } from '../../core/catalogue/language.js';

/** How a service names regions: `ap-guangzhou`, or `gz`. */
export type RegionForm = 'modern' | 'short';

/** How a service names regions; `modern` unless the catalogue says otherwise. */
export const regionForm = (service: Service | undefined): RegionForm =>
  service?.data.region === 'short' ? 'short' : 'modern';

/** A region's codes in a form; empty: it has none. */
export const codesOf = ({ region, short = [] }: RegionData, form: RegionForm): readonly string[] =>
  form === 'short' ? short : region ? [region] : [];

/** The regions to choose from: those open to everyone, and others that more than one document names. Those that most documents name come first. */
export const regionCodes = (form: RegionForm, { data }: Language): readonly string[] =>
  data.regions
    .filter(({ kind, sources }) => kind === 'open' || (kind === 'special' && sources.length > 1))
    .sort((a, b) => b.sources.length - a.sources.length)
    .flatMap((region) => codesOf(region, form));
