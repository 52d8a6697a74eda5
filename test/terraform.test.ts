/** The reader of Terraform beside tree-sitter's grammar, which shares no code with it: the same strings, heredocs and values, at the same offsets. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { hostOffset } from '../server/src/core/embed/embedded.js';
import { tokensOf } from '../server/src/core/embed/hcl-tokens.js';
import { readTerraform } from '../server/src/core/embed/terraform.js';
import { repository } from './host/install.js';

const folder = path.join(repository, 'server', 'test', 'terraform');
const grammar = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tree-sitter-grammars/tree-sitter-hcl/package.json')),
  'tree-sitter-terraform.wasm',
);

/** All nodes of the given types that stand in no interpolation. */
function nodesOf(node: Node, types: ReadonlySet<string>): readonly Node[] {
  if (node.type === 'template_interpolation' || node.type === 'template_directive') return [];
  if (types.has(node.type)) return [node];
  return node.children.flatMap((child) => nodesOf(child, types));
}

const childOf = (node: Node, type: string): Node | undefined => node.children.find((child) => child.type === type);

/** What a value of the grammar is as JSON; undefined: something in it is not literal. */
function valueOf(node: Node): unknown {
  const inner = node.namedChildren.filter((child) => child.type !== 'comment');
  const [first] = inner;
  switch (node.type) {
    case 'expression':
    case 'literal_value':
    case 'collection_value':
      return inner.length === 1 && first ? valueOf(first) : undefined;
    case 'string_lit': {
      const literal = childOf(node, 'template_literal');
      return inner.every((child) => child.type.startsWith('quoted_template') || child.type === 'template_literal')
        ? (JSON.parse(`"${literal?.text ?? ''}"`) as unknown)
        : undefined;
    }
    case 'tuple': {
      const items = inner.filter((child) => child.type === 'expression').map(valueOf);
      return items.includes(undefined) || childOf(node, 'for_tuple_expr') ? undefined : items;
    }
    case 'object':
      return objectOf(inner);
    default:
      return undefined;
  }
}

function objectOf(children: readonly Node[]): unknown {
  const value: Record<string, unknown> = {};
  for (const child of children) {
    if (child.type !== 'object_elem') continue;
    const key = child.childForFieldName('key');
    const member = child.childForFieldName('val');
    const name = key && (/^[\w-]+$/u.test(key.text) ? key.text : valueOf(key));
    const read = member && valueOf(member);
    if (typeof name !== 'string' || read === undefined) return undefined;
    value[name] = read;
  }
  return value;
}

describe('the reader of Terraform', () => {
  let parser: Parser;
  before(async () => {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load(readFileSync(grammar)));
  });

  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const root = (): Node => {
      const tree = parser.parse(text);
      assert.ok(tree);
      return tree.rootNode;
    };

    it(`finds the strings and heredocs of ${name}`, () => {
      if (root().hasError) return;
      const theirs = nodesOf(root(), new Set(['string_lit', 'quoted_template', 'heredoc_template'])).map(
        ({ type, startIndex, endIndex }) => [type === 'heredoc_template' ? 'heredoc' : 'string', startIndex, endIndex],
      );
      const ours = tokensOf(text).flatMap(({ kind, start, end }) =>
        kind === 'string' || kind === 'heredoc' ? [[kind, start, end]] : [],
      );
      assert.deepEqual(ours, theirs);
      assert.ok(ours.length > 0);
    });

    it(`reads the values of jsonencode in ${name}`, () => {
      const embedded = readTerraform(text);
      for (const call of nodesOf(root(), new Set(['function_call']))) {
        const argument = childOf(call, 'function_arguments')?.namedChildren[0];
        if (!call.text.startsWith('jsonencode') || !argument) continue;
        const policy = embedded.find((one) => hostOffset(one, 0) === argument.startIndex);
        const theirs = valueOf(argument);
        if (policy && theirs !== undefined) assert.deepEqual(JSON.parse(policy.text), theirs);
        else if (policy) assert.ok(policy.unknown, policy.text);
      }
    });
  }

  it('reads the texts of heredocs as the grammar does', () => {
    let compared = 0;
    for (const name of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const tree = parser.parse(text);
      if (!tree || tree.rootNode.hasError) continue;
      const policies = readTerraform(text);
      for (const node of nodesOf(tree.rootNode, new Set(['heredoc_template']))) {
        const inside = node.namedChildren.filter(({ type }) => type.startsWith('template_'));
        if (inside.some(({ type }) => type !== 'template_literal')) continue;
        const policy = policies.find(({ span }) => span.start > node.startIndex && span.end <= node.endIndex);
        if (!policy) continue;
        assert.equal(
          policy.text.trim(),
          inside
            .map((child) => child.text)
            .join('')
            .trim(),
        );
        compared++;
      }
    }
    assert.ok(compared >= 8, String(compared));
  });

  it('is compared with a grammar that reads most of the files', () => {
    const read = readdirSync(folder).filter(
      (name) => !parser.parse(readFileSync(path.join(folder, name), 'utf8'))?.rootNode.hasError,
    );
    assert.ok(read.length >= readdirSync(folder).length - 1, read.join());
  });
});
