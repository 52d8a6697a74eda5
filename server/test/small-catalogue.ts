/** The catalogue of the small worlds: one service, of which one action is asked with the lone `*` only. For tests. */
import { createCatalogue } from '../src/core/catalogue/index.js';
import { operation } from './small-worlds.js';
import { tinySource } from './tiny-catalogue.js';

const text = { en: 'Zz', zh: 'Zz' };
export const smallCatalogue = createCatalogue(
  tinySource([
    {
      service: 'zz',
      aliases: ['zy'],
      product: text,
      sources: [{ title: 'Zz', date: '2026-01-01', current: true }],
      actions: {
        [operation.slice(3)]: { access: 'write', level: { level: 'operation', scope: 'action', sources: [0] } },
      },
    },
  ]),
);
