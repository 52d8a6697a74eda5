/** The codes of regions in the naming of a service, in the order to offer them. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { Language, RegionData } from '../../core/catalogue/language.js';

/** How a service names regions: `ap-guangzhou`, or `gz`. */
export type RegionForm = 'modern' | 'short';

/** The naming of a service; modern where nothing else is known. */
export const regionForm = (service: Service | undefined): RegionForm =>
  service?.data.region === 'short' ? 'short' : 'modern';

/** A region's codes in a naming; none where it has none there. */
export const codesOf = ({ region, short = [] }: RegionData, form: RegionForm): readonly string[] =>
  form === 'short' ? short : region ? [region] : [];

/** The regions that people choose from: those open to everyone and the few others that more than one document names; the most often named first. */
export const regionCodes = (form: RegionForm, { data }: Language): readonly string[] =>
  data.regions
    .filter(({ kind, sources }) => kind === 'open' || (kind === 'special' && sources.length > 1))
    .sort((a, b) => b.sources.length - a.sources.length)
    .flatMap((region) => codesOf(region, form));
