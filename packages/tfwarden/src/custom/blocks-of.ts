import type { AnyBody, Block, Body, Value } from '@tfwarden/hcl';
import { type Evaluation, type ModuleInstance, parentPath } from '@tfwarden/terraform';
import { bodyOfEvaluated, type CustomBlock, type CustomBody } from './custom-block.ts';

/** All blocks of a root and its modules that custom checks may ask for, in the order of modules and files. */
export function blocksOf(evaluation: Evaluation): readonly CustomBlock[] {
  const blocks: CustomBlock[] = [];
  for (const module of evaluation.modules()) {
    for (const resource of module.resources) {
      blocks.push({
        type: resource.mode === 'managed' ? 'resource' : resource.mode,
        labels: [resource.type, resource.name],
        address: resource.address,
        module,
        headerRange: resource.headerRange,
        range: resource.range,
        content: bodyOfEvaluated(resource.body),
        body: resource.body,
        providerAlias: aliasIn(resource.syntax),
        source: undefined,
      });
    }
    for (const provider of module.providers) {
      const name = provider.alias === undefined ? provider.type : `${provider.type}.${provider.alias}`;
      blocks.push({
        type: 'provider',
        labels: [provider.type],
        address: inModule(module, `provider.${name}`),
        module,
        headerRange: provider.headerRange,
        range: provider.range,
        content: bodyOfEvaluated(provider.body),
        body: provider.body,
        providerAlias: provider.alias ?? '',
        source: undefined,
      });
    }
    for (const file of evaluation.files()) {
      if (file.body.kind !== 'body' || parentPath(file.file.name) !== module.directory) continue;
      for (const block of file.body.blocks) {
        if (block.type === 'resource' || block.type === 'data' || block.type === 'provider') continue;
        blocks.push(writtenBlock(evaluation, module, block));
      }
    }
  }
  return blocks;
}

/** `west` of `provider = aws.west`, which is a name and has no value. */
function aliasIn(body: AnyBody): string {
  const range =
    body.kind === 'body'
      ? body.attributes.find((attribute) => attribute.name === 'provider')?.expression
      : body.node.kind === 'jsonObject'
        ? body.node.properties.find((property) => property.name === 'provider')?.value
        : undefined;
  if (range === undefined) return '';
  const text = range.file.text.slice(range.start, range.end).replaceAll('"', '').trim();
  return text.split('.')[1] ?? '';
}

function writtenBlock(evaluation: Evaluation, module: ModuleInstance, block: Block): CustomBlock {
  // The arguments of a call have the values that the called module sees, types applied.
  const called =
    block.type === 'module'
      ? module.children.find(
          (child) => child.call?.headerRange.start === block.start && child.call.name === block.labels[0],
        )
      : undefined;
  const content = bodyOfSyntax(evaluation, module, block.body, called);
  const source = block.type === 'module' ? content.attribute('source') : undefined;
  return {
    type: block.type,
    labels: block.labels,
    address: inModule(module, addressOf(block)),
    module,
    headerRange: block.headerRange,
    range: block,
    content,
    body: undefined,
    providerAlias: '',
    source: source?.kind === 'string' ? source.value : undefined,
  };
}

function bodyOfSyntax(
  evaluation: Evaluation,
  module: ModuleInstance,
  body: Body,
  called: ModuleInstance | undefined,
): CustomBody {
  return {
    attribute(name) {
      const written = body.attributes.find((attribute) => attribute.name === name);
      if (written === undefined) return undefined;
      const given: Value | undefined = called?.variables.get(name)?.value;
      if (given !== undefined) return given;
      const { file, start, end } = written.expression;
      return evaluation.evaluateExpression(file.text.slice(start, end), module).value;
    },
    blocks: (name) =>
      body.blocks
        .filter((block) => block.type === name)
        .map((block) => bodyOfSyntax(evaluation, module, block.body, undefined)),
    mayHaveMore: () => false,
    isEmpty: body.attributes.length === 0 && body.blocks.length === 0,
  };
}

function addressOf(block: Block): string {
  const [first = ''] = block.labels;
  switch (block.type) {
    case 'variable':
      return `var.${first}`;
    default:
      return [block.type, ...block.labels].join('.');
  }
}

function inModule(module: ModuleInstance, address: string): string {
  return module.address === '' ? address : `${module.address}.${address}`;
}
