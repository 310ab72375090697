import type { Diagnostic, Value } from '@tfwarden/hcl';
import { waitsForOf } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { EvaluatedBlock, EvaluatedBody } from '../evaluate/instance.ts';
import { encodeUtf8 } from '../source/utf8.ts';
import type { Arguments } from './arguments.ts';
import { readText, readTexts } from './arguments.ts';
import { crc32 } from './crc32.ts';
import type { PartialJson, PartialText } from './partial-json.ts';
import type { PolicyStatement } from './policy-document.ts';
import { opaqueStatement } from './policy-document.ts';
import type { Condition, Principal, Texts } from './policy-parts.ts';
import { conditionsJson, mayBeBlocks, principalsJson, textsJson } from './policy-parts.ts';

/** The version in which `&{` is not a way to write `${`. */
const OLD_VERSION = '2008-10-17';

/**
 * Reads the `statement` blocks of an `aws_iam_policy_document` into the form the provider writes them in. A statement of a `dynamic`
 * block over an unknown collection is opaque: it may not exist.
 */
export function readStatements(body: EvaluatedBody, version: PartialText, into: Arguments): readonly PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  const sids = new Set<string>();
  let sawUncertain = false;
  for (const block of body.blocks('statement')) {
    const sid = readText(block.body, 'sid', into);
    if (!block.isCertain) {
      sawUncertain = true;
      statements.push({ sid, json: mayBe(body, 'statement') });
      continue;
    }
    if (typeof sid === 'string' && sid !== '') {
      if (sids.has(sid)) into.diagnostics.push(duplicateSid(block, sid));
      sids.add(sid);
    }
    statements.push({ sid, json: readStatement(block.body, sid, version, into) });
  }
  if (!sawUncertain && body.mayHaveMore('statement')) {
    const unknown = mayBe(body, 'statement');
    if (unknown.kind === 'unknown') statements.push(opaqueStatement(unknown.value));
  }
  return statements;
}

function readStatement(body: EvaluatedBody, sid: PartialText, version: PartialText, into: Arguments): PartialJson {
  const members: (readonly [PartialText, PartialJson])[] = [];
  if (sid !== '') members.push(['Sid', { kind: 'string', text: sid }]);
  const effect = readText(body, 'effect', into);
  members.push(['Effect', { kind: 'string', text: effect === '' ? 'Allow' : effect }]);

  const readList = (name: string, argument: string, hasVariables: boolean): void => {
    const texts = readTexts(body, argument, 'set', into);
    if (texts.items.length === 0 && texts.unknown === undefined) return;
    members.push([name, textsJson(hasVariables ? withVariables(texts, version, body, argument, into) : texts)]);
  };
  readList('Action', 'actions', false);
  readList('NotAction', 'not_actions', false);
  readList('Resource', 'resources', true);
  readList('NotResource', 'not_resources', true);

  const readBlocks = (name: string, type: string, read: () => PartialJson | undefined): void => {
    const blocks = body.blocks(type);
    const isUncertain = body.mayHaveMore(type) || blocks.some((block) => !block.isCertain);
    const json = isUncertain ? mayBe(body, type) : blocks.length === 0 ? undefined : read();
    if (json !== undefined) members.push([name, json]);
  };
  readBlocks('Principal', 'principals', () => principalsJson(readPrincipals(body, 'principals', version, into)));
  readBlocks('NotPrincipal', 'not_principals', () =>
    principalsJson(readPrincipals(body, 'not_principals', version, into)),
  );
  readBlocks('Condition', 'condition', () => conditionsJson(readConditions(body, version, into)));
  return { kind: 'object', members };
}

function readPrincipals(
  body: EvaluatedBody,
  blockType: string,
  version: PartialText,
  into: Arguments,
): readonly Principal[] {
  const principals = body.blocks(blockType).map((block) => {
    const type = readText(block.body, 'type', into);
    const given = readTexts(block.body, 'identifiers', 'set', into);
    const identifiers = withVariables(given, version, block.body, 'identifiers', into);
    const key = hashKey(['identifiers:{', { texts: given, isSet: true }, '};type:', type, ';']);
    return { key, value: { type, identifiers, isSingle: identifiers.items.length === 1 } };
  });
  return inSetOrder(principals);
}

function readConditions(body: EvaluatedBody, version: PartialText, into: Arguments): readonly Condition[] {
  const conditions = body.blocks('condition').map((block) => {
    const test = readText(block.body, 'test', into);
    const variable = readText(block.body, 'variable', into);
    const given = readTexts(block.body, 'values', 'list', into);
    const values = withVariables(given, version, block.body, 'values', into);
    const key = hashKey(['test:', test, ';values:(', { texts: given, isSet: false }, ');variable:', variable, ';']);
    return { key, value: { test, variable, values } };
  });
  return inSetOrder(conditions);
}

/** Blocks of one type are a set: ordered by their hash and without repetitions, or in source order where they are partly unknown. */
function inSetOrder<T>(items: readonly { readonly key: string | undefined; readonly value: T }[]): readonly T[] {
  const byKey = new Map<string, T>();
  for (const { key, value } of items) {
    if (key === undefined) return items.map((item) => item.value);
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

type HashPiece = PartialText | { readonly texts: Texts; readonly isSet: boolean };

/**
 * The key of a block in a set of Terraform's plugin SDK: the CRC-32 of its serialised form (`helper/schema/serialize.go`), in decimal
 * digits; sets are read in the order of these digits as text.
 * @returns undefined when a piece is unknown
 */
function hashKey(pieces: readonly HashPiece[]): string | undefined {
  let serialised = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      serialised += piece;
      continue;
    }
    if (!('texts' in piece) || piece.texts.unknown !== undefined) return undefined;
    const members: string[] = [];
    for (const item of piece.texts.items) {
      if (typeof item !== 'string') return undefined;
      members.push(`${item};`);
    }
    if (piece.isSet) {
      const keyed = members.map((member) => ({ key: digitsOf(member), member }));
      serialised += keyed
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ member }) => member)
        .join('');
    } else {
      serialised += members.join('');
    }
  }
  return digitsOf(serialised);
}

function digitsOf(text: string): string {
  return String(crc32(encodeUtf8(text)));
}

/** Replaces `&{`, which stands for `${` because that begins an interpolation in Terraform. */
function withVariables(
  texts: Texts,
  version: PartialText,
  body: EvaluatedBody,
  argument: string,
  into: Arguments,
): Texts {
  let hasVariable = false;
  const replace = (piece: string): string => {
    if (!piece.includes('&{')) return piece;
    hasVariable = true;
    return piece.replaceAll('&{', '${');
  };
  const items = texts.items.map(
    (item): PartialText =>
      typeof item === 'string'
        ? replace(item)
        : item.map((piece) => (typeof piece === 'string' ? replace(piece) : piece)),
  );
  if (!hasVariable) return texts;
  if (version === OLD_VERSION) {
    into.diagnostics.push(
      problem(
        'policy-variable',
        'Unsupported policy variable',
        `The argument "${argument}" has a "&{" sequence, which is not supported in document version ${OLD_VERSION}.`,
        body.attribute(argument)?.expression,
      ),
    );
  }
  return { items, unknown: texts.unknown };
}

function mayBe(body: EvaluatedBody, type: string): PartialJson {
  const source: Value | undefined = body.unknownBlockSource(type)?.value;
  return mayBeBlocks(source === undefined ? [] : waitsForOf(source));
}

function duplicateSid(block: EvaluatedBlock, sid: string): Diagnostic {
  return problem(
    'duplicate-sid',
    'Duplicate Sid in policy document',
    `Two statements have the Sid "${sid}". Remove the Sid or make it unique.`,
    block.body.attribute('sid')?.expression ?? block.headerRange,
  );
}
