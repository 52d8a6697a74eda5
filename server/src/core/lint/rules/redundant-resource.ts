/** Resources that another one of the same statement stands for already. */
import type { PolicyResource } from '../../policy/model.js';
import { segment } from '../../policy/resource.js';
import { coversResource } from '../../policy/resource-pattern.js';
import { removeItem } from '../../edits/list.js';
import { maxPatterns } from '../limits.js';
import { shown } from '../../text.js';
import { rule } from '../rule.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { spellingsOf } from '../../knowledge/spellings.js';

const isPattern = (resource: PolicyResource): boolean =>
  resource.form === 'all' || (resource.form === 'six' && resource.node.value.includes('*'));

/** Longer lists are looked through with an index. */
const few = 16;

/** Whether nothing is there that could cover another, told for short lists: comparing is quicker than an index. */
const isPlain = (items: readonly PolicyResource[]): boolean =>
  items.length <= few &&
  !items.some((one, index) => isPattern(one) || (index > 0 && isOpen(one) !== isOpen(items[0] ?? one))) &&
  items.every(({ text }, index) => !items.some((other, at) => at < index && other.text === text));

const isOpen = (resource: PolicyResource): boolean => segment(resource, 'region') === '';

/** The same resource in all regions, which an empty region stands for. */
const inAllRegions = (resource: PolicyResource): string =>
  resource.segments.map((text, index) => (index === 3 ? '' : text)).join(':');

export default rule({
  group: 'resource',
  severity: 'hint',
  summary: {
    en: 'Another resource of the statement covers this one.',
    zh: '已被其他资源涵盖的资源可以删除。',
  },
  messages: {
    twice: { en: 'This resource is listed already.', zh: '该资源已列出。' },
    covered: { en: '"{by}" covers this resource.', zh: '"{by}" 已涵盖该资源。' },
    first: { en: '"{by}" is listed here first.', zh: '"{by}" 首次出现在此处。' },
    by: { en: '"{by}" stands for "{resource}", too.', zh: '"{by}" 也包含 "{resource}"。' },
  },
  fixes: { remove: { en: 'Remove the redundant resource', zh: '删除多余的资源' } },
  check: {
    statement(statement, context) {
      const { report, text } = context;
      const { resources } = statement;
      // A word without quotes may be a stray character: nothing is removed for its sake.
      const items = (resources?.items ?? []).filter(({ node }) => node.quotes !== 'none');
      if (!resources || items.length < 2 || isPlain(items)) return;
      const spellings = spellingsOf(context);
      const first = new Map<string, PolicyResource>();
      for (const resource of items) if (!first.has(resource.node.value)) first.set(resource.node.value, resource);
      const patterns = [...first.values()]
        .filter(isPattern)
        .sort((a, b) => a.node.value.length - b.node.value.length)
        .slice(0, maxPatterns);
      /** What covers a resource; of two that cover each other the one that comes first stays. */
      const covering = (resource: PolicyResource): PolicyResource | undefined =>
        // What is malformed may have been meant for something else.
        // COS's documents list a bucket, `name/`, beside its objects, `name/*`: whether `*` may be empty is not said.
        resource.node.value.endsWith('/') || resourceFlaw(resource, context)
          ? undefined
          : ((segment(resource, 'region') === '' ? undefined : first.get(inAllRegions(resource))) ??
            patterns.find(
              (other) =>
                other.node.value !== resource.node.value &&
                coversResource(other, resource, spellings) &&
                (other.node.start < resource.node.start || !coversResource(resource, other, spellings)),
            ));
      const coveredBy = new Map<string, PolicyResource | undefined>();
      for (const resource of items) {
        const { value } = resource.node;
        const earliest = first.get(value);
        if (!coveredBy.has(value)) coveredBy.set(value, covering(resource));
        const by = coveredBy.get(value) ?? (earliest === resource ? undefined : earliest);
        if (!by) continue;
        const twice = by.node.value === value;
        const data = { by: shown(by.node.value), resource: shown(value) };
        report(resource.node, twice ? 'twice' : 'covered', {
          data,
          related: [{ span: by.node, message: twice ? 'first' : 'by', data }],
          fix: { title: 'remove', edits: () => removeItem(text, resources, resource.node), preferred: true },
          tag: 'unnecessary',
        });
      }
    },
  },
});
