import type { UnknownValue, Value } from '@tfwarden/hcl';
import { BOOL, DYNAMIC, refineNotNull, STRING, stringValue, unknownValue, waitsForOf } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { DataSourceInput } from '../evaluate/data-source.ts';
import type { EvaluatedBody } from '../evaluate/instance.ts';
import { encodeBase64 } from '../function/go/base64.ts';
import { encodeUtf8 } from '../source/utf8.ts';
import { readArgument, readText } from './arguments.ts';
import { crc32 } from './crc32.ts';
import type { PartialText } from './partial-json.ts';
import { partialString } from './partial-string.ts';

type Pieces = (string | UnknownValue)[];

/**
 * `cloudinit_config` and the older `template_cloudinit_config`: a MIME message with one section for each `part`, as the cloudinit
 * provider 2.3 renders it (`internal/provider/cloudinit_config.go`). Compressed output, which is the default, is unknown: its bytes are
 * the business of one implementation of deflate.
 */
export function computeCloudinitConfig(input: DataSourceInput): ReadonlyMap<string, Value> {
  const { body, diagnostics } = input;
  const gzip = readArgument(body, 'gzip', BOOL, input);
  const base64 = readArgument(body, 'base64_encode', BOOL, input);
  const isCompressed = gzip.kind === 'null' || (gzip.kind === 'bool' && gzip.value);
  const isEncoded = base64.kind === 'null' || (base64.kind === 'bool' && base64.value);
  if (isCompressed && base64.kind === 'bool' && !base64.value) {
    diagnostics.push(
      problem(
        'cloudinit-encoding',
        'Invalid Attribute Configuration',
        'Expected base64_encode to be set to true when gzip is true.',
        body.attribute('base64_encode')?.expression,
      ),
    );
  }

  const boundary = readText(body, 'boundary', input);
  const message = partialString(render(input, boundary === '' ? 'MIMEBOUNDARY' : boundary));
  const rendered =
    isCompressed || gzip.kind === 'unknown' || base64.kind === 'unknown' ? opaque(message, gzip, base64) : message;
  if (rendered.kind !== 'string') return new Map([['rendered', isEncoded ? opaque(rendered) : rendered]]);

  const text = isEncoded ? encodeBase64(encodeUtf8(rendered.value)) : rendered.value;
  return new Map([
    ['rendered', stringValue(text)],
    ['id', stringValue(String(crc32(encodeUtf8(text))))],
  ]);
}

/** An unknown string of which nothing can be read, computed from the given values. */
function opaque(...values: readonly Value[]): Value {
  return refineNotNull(unknownValue(STRING, { waitsFor: waitsForOf(...values) }));
}

function render(input: DataSourceInput, boundary: PartialText): Pieces {
  const { body } = input;
  const pieces: Pieces = [];
  push(pieces, 'Content-Type: multipart/mixed; boundary="', boundary, '"\nMIME-Version: 1.0\r\n\r\n');
  let isFirst = true;
  let mayHaveMore = body.mayHaveMore('part');
  for (const { body: part, isCertain } of body.blocks('part')) {
    if (!isCertain) {
      mayHaveMore = true;
      continue;
    }
    push(pieces, isFirst ? '--' : '\r\n--', boundary, '\r\n');
    isFirst = false;
    renderPart(part, pieces, input);
  }
  if (mayHaveMore) {
    const source = body.unknownBlockSource('part')?.value;
    pieces.push(unknownValue(DYNAMIC, { waitsFor: source === undefined ? [] : waitsForOf(source) }));
  }
  push(pieces, '\r\n--', boundary, '--\r\n');
  return pieces;
}

/** Headers in the order of their names, as Go's `multipart.Writer` writes them. */
function renderPart(part: EvaluatedBody, pieces: Pieces, input: DataSourceInput): void {
  const fileName = readText(part, 'filename', input);
  const contentType = readText(part, 'content_type', input);
  const mergeType = readText(part, 'merge_type', input);
  if (fileName !== '') push(pieces, 'Content-Disposition: attachment; filename="', fileName, '"\r\n');
  push(pieces, 'Content-Transfer-Encoding: 7bit\r\n');
  push(pieces, 'Content-Type: ', contentType === '' ? 'text/plain' : contentType, '\r\n');
  push(pieces, 'Mime-Version: 1.0\r\n');
  if (mergeType !== '') push(pieces, 'X-Merge-Type: ', mergeType, '\r\n');
  push(pieces, '\r\n', readText(part, 'content', input));
}

function push(pieces: Pieces, ...texts: readonly PartialText[]): void {
  for (const text of texts) {
    if (typeof text === 'string') pieces.push(text);
    else pieces.push(...text);
  }
}
