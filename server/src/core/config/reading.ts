import type { JsonNode } from '../syntax/json.js';
import type { Wrong } from './check-shape.js';

/** A node of the tree, perhaps one that is not there, and what can be read of it. What is wrong reads as nothing. */
export class Reading {
  constructor(
    readonly node: JsonNode | undefined,
    private readonly source: { readonly text: string; readonly wrong: Wrong },
  ) {}

  /** The last member of that name. */
  member(name: string): Reading {
    const found =
      this.node?.kind === 'object' ? this.node.properties.findLast(({ key }) => key.value === name)?.value : undefined;
    return new Reading(found && !this.source.wrong.has(found) ? found : undefined, this.source);
  }

  get items(): readonly Reading[] {
    const items = this.node?.kind === 'array' ? this.node.items : [];
    return items.filter((item) => !this.source.wrong.has(item)).map((item) => new Reading(item, this.source));
  }

  get members(): readonly (readonly [string, Reading])[] {
    const properties = this.node?.kind === 'object' ? this.node.properties : [];
    return properties.map(({ key }) => [key.value, this.member(key.value)] as const);
  }

  get count(): number | undefined {
    const { node, source } = this;
    return node?.kind === 'number' ? Number(source.text.slice(node.start, node.end)) : undefined;
  }

  get text(): string | undefined {
    return this.node?.kind === 'string' ? this.node.value : undefined;
  }
}
