/** Two made-up services whose actions document the types of their resources. */
import { createCatalogue } from '../src/core/catalogue/index.js';
import type { ServiceData } from '../src/core/catalogue/data.js';
import { tinySource } from './tiny-catalogue.js';

const text = (words: string): { readonly en: string; readonly zh: string } => ({ en: words, zh: words });

/** Two types, an action across services, and one that an older document speaks of. */
const shop: ServiceData = {
  service: 'shop',
  product: text('Shop'),
  complete: true,
  resourceTypes: [
    { id: 'cart', format: 'qcs::shop:${region}:uin/${uin}:cart/${CartId}' },
    { id: 'item', format: 'qcs::shop:${region}:uin/${uin}:item/${ItemId}' },
    { id: 'vpc:subnet', format: 'qcs::net:${region}:uin/${uin}:subnet/${SubnetId}' },
  ],
  sources: [{ title: 'Shop', date: '2025-01-01' }],
  actions: {
    Pay: { access: 'write', level: { level: 'resource', scope: 'action', sources: [0] }, resourceTypes: ['cart'] },
    Open: {
      access: 'write',
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['cart', 'vpc:subnet'],
    },
    List: { access: 'list', level: { level: 'operation', scope: 'action', sources: [0] } },
    Some: { access: 'write', level: { level: 'resource', scope: 'action', sources: [0] } },
    Guess: {
      access: 'write',
      level: { level: 'resource', scope: 'action', derived: text('A guess.'), sources: [0] },
      resourceTypes: ['cart'],
    },
  },
};
const net: ServiceData = {
  service: 'net',
  product: text('Net'),
  resourceTypes: [
    { id: 'subnet', format: 'qcs::net:${region}:uin/${uin}:subnet/${SubnetId}' },
    { id: 'gate', format: 'qcs::net:${region}:uin/${uin}:gate/${GateId}' },
  ],
  sources: [{ title: 'Net', date: '2021-03-04' }],
  actions: {
    Bind: { access: 'write', level: { level: 'resource', scope: 'action', sources: [0] }, resourceTypes: ['subnet'] },
  },
};
/** Nothing of the others', and nothing that is documented. */
const far: ServiceData = { service: 'far', product: text('Far'), complete: true, actions: {} };
export const shopCatalogue = createCatalogue(tinySource([shop, net, far]));
