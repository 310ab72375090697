import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { localAddress, type ParsedFiles, pathInside } from './finding-place.ts';
import type { ScanFinding } from './scan-finding.ts';

/** Bytes of the digest that are kept: enough that two findings never meet by chance. */
const KEPT_BYTES = 16;

interface Place {
  readonly number: number;
  readonly words: Map<string, number>;
}

/**
 * A name for each finding that stays when lines move and files are renamed: made of the check, the folder of the module, the resource without
 * instance keys, the message, the path of blocks and attributes inside the resource, and a number for what is still equal: for the place, and for
 * the words at that place. Instances that say the same at one place share it.
 * @param findings  in report order
 */
export function fingerprintsOf(findings: readonly ScanFinding[], files: ParsedFiles): ReadonlyMap<ScanFinding, string> {
  const places = new Map<string, Map<string, Place>>();
  const fingerprints = new Map<ScanFinding, string>();
  for (const found of findings) {
    const { finding, rule } = found;
    const parts = [
      rule.id,
      finding.module.directory,
      localAddress(finding),
      finding.messageId,
      pathInside(finding, files).join('/'),
    ].join('\0');
    const ofParts = places.get(parts) ?? new Map<string, Place>();
    places.set(parts, ofParts);
    const placeKey = `${finding.range.file.name}\0${finding.range.start}`;
    const place = ofParts.get(placeKey) ?? { number: ofParts.size, words: new Map<string, number>() };
    ofParts.set(placeKey, place);
    const words = finding.message.replaceAll(finding.address, '');
    const wordNumber = place.words.get(words) ?? place.words.size;
    place.words.set(words, wordNumber);
    const digest = sha256(new TextEncoder().encode(`${parts}\0${place.number}\0${wordNumber}`));
    fingerprints.set(found, bytesToHex(digest.subarray(0, KEPT_BYTES)));
  }
  return fingerprints;
}
