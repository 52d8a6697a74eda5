import assert from 'node:assert/strict';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { own } from '../src/core/own.js';
import { readPolicy } from '../src/core/policy/read.js';
import { spansIn } from './marks.js';
import { mutations as condition } from './mutations/condition.js';
import { mutations as inDocument } from './mutations/document.js';
import { mutations as resource } from './mutations/resource.js';
import { mutations as safety } from './mutations/safety.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const options = { catalogue: shippedCatalogue, language: shippedLanguage, rules };

describe('what a finding says of other places', () => {
  it('names what stands there, in both languages', () => {
    const seen = new Set<string>();
    for (const { bad } of [inDocument, resource, condition, safety].flatMap((group) => Object.values(group).flat()))
      for (const { code, parts, related = [] } of lint(readPolicy(spansIn(bad).text), options)) {
        // Where one mistake has several places, each has what the finding itself says.
        if (parts) continue;
        for (const { messageId, data } of related) {
          const text = own(own(rules, code)?.messages ?? {}, messageId);
          assert.ok(text);
          seen.add(code);
          for (const said of [text.en, text.zh])
            assert.ok(
              Array.from(said.matchAll(/\{(\w+)\}/gu)).some(([, name = '']) => own(data, name) !== undefined),
              `${code}: ${said}`,
            );
        }
      }
    assert.ok(seen.size >= 9, [...seen].join());
  });
});
