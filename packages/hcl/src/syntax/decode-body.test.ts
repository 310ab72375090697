import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { decodeAttributes, decodeBody } from './decode-body.ts';
import { parseJson } from './json/parse-json.ts';
import { parseConfig } from './parse.ts';
import type { AnyBody } from './tree.ts';

const SCHEMA = {
  attributes: [{ name: 'name', required: true }, { name: 'size' }],
  blocks: [{ type: 'rule', labelNames: ['kind'] }, { type: 'tags' }],
};

const native = (text: string): AnyBody => parseConfig(new SourceFile('main.tf', text)).parsed.body;
const json = (text: string): AnyBody => parseJson(new SourceFile('main.tf.json', text)).parsed.body;

function messages(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
}

describe('a body in native syntax', () => {
  it('gives its attributes and blocks in source order', () => {
    const decoded = decodeBody(native('rule "a" {\n}\nname = 1\ntags {\n}\nrule "b" {\n}\n'), SCHEMA);
    expect([...decoded.attributes.keys()]).toEqual(['name']);
    expect(decoded.blocks.map(({ type, labels }) => [type, ...labels])).toEqual([
      ['rule', 'a'],
      ['tags'],
      ['rule', 'b'],
    ]);
    expect(decoded.diagnostics).toEqual([]);
  });

  it('reports what is missing, unknown or wrongly labelled, with hints', () => {
    const decoded = decodeBody(
      native('nmae = 1\ntags = 2\nother = 3\nrul "a" {\n}\nsize {\n}\nrule {\n}\nrule "a" "b" {\n}\n'),
      SCHEMA,
    );
    expect(messages(decoded.diagnostics)).toEqual([
      'Missing required argument: The argument "name" is required, but no definition was found.',
      'Missing kind for rule: All rule blocks must have 1 labels (kind).',
      'Extraneous label for rule: Only 1 labels (kind) are expected for rule blocks.',
      'Unsupported argument: An argument named "nmae" is not expected here. Did you mean "name"?',
      'Unsupported argument: An argument named "tags" is not expected here. Did you mean to define a block of type "tags"?',
      'Unsupported argument: An argument named "other" is not expected here.',
      'Unsupported block type: Blocks of type "rul" are not expected here. Did you mean "rule"?',
      'Unsupported block type: Blocks of type "size" are not expected here. Did you mean to define argument "size"? If so, use the equals sign to assign it a value.',
    ]);
    expect(decoded.blocks).toEqual([]);
  });

  it('leaves the rest to others when it is decoded in part', () => {
    const { remain, diagnostics } = decodeBody(native('name = 1\nextra = 2\nmore {\n}\n'), SCHEMA, { partial: true });
    expect(diagnostics).toEqual([]);
    const rest = decodeBody(remain, { attributes: [{ name: 'extra' }], blocks: [{ type: 'more' }] });
    expect([...rest.attributes.keys(), ...rest.blocks.map(({ type }) => type)]).toEqual(['extra', 'more']);
    expect(rest.diagnostics).toEqual([]);
  });

  it('has only attributes where blocks are not allowed', () => {
    const { attributes, diagnostics } = decodeAttributes(native('a = 1\nb {\n}\nc {\n}\n'));
    expect([...attributes.keys()]).toEqual(['a']);
    expect(messages(diagnostics)).toEqual(['Unexpected "b" block: Blocks are not allowed here.']);
  });
});

describe('a body in JSON syntax', () => {
  it('takes properties for attributes or blocks as the schema says', () => {
    const decoded = decodeBody(
      json('{"//": "a comment", "name": "x", "rule": {"a": {"x": 1}, "b": [{}, {}]}, "tags": null}'),
      SCHEMA,
    );
    expect([...decoded.attributes.keys()]).toEqual(['name']);
    expect(decoded.blocks.map(({ type, labels }) => [type, ...labels])).toEqual([
      ['rule', 'a'],
      ['rule', 'b'],
      ['rule', 'b'],
    ]);
    expect(decoded.diagnostics).toEqual([]);
  });

  it('reports what is missing, unknown, repeated or of the wrong type', () => {
    const decoded = decodeBody(json('[{"size": 1, "size": 2, "rule": {}, "tags": 5, "sizes": 1}, 7]'), SCHEMA);
    expect(messages(decoded.diagnostics)).toEqual([
      'Incorrect JSON value type: A JSON object is required here, to define arguments and child blocks.',
      'Duplicate argument: The argument "size" was already set at main.tf.json:1,3-12.',
      "Missing block label: At least one object property is required, whose name represents the rule block's kind.",
      'Incorrect JSON value type: Either a JSON object or a JSON array is required, representing the contents of one or more "tags" blocks.',
      'Missing required argument: The argument "name" is required, but no definition was found.',
      'Incorrect JSON value type: A JSON object is required here, to define arguments and child blocks.',
      'Extraneous JSON object property: No argument or block type is named "sizes".',
    ]);
  });

  it('hides what an earlier decoding has used', () => {
    const { remain } = decodeBody(json('{"name": 1, "extra": 2}'), SCHEMA, { partial: true });
    expect([...decodeAttributes(remain).attributes.keys()]).toEqual(['extra']);
  });
});
