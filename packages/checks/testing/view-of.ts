import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { EstateIndex } from '../src/kit/estate-index.ts';
import type { ResourceView } from '../src/kit/view.ts';
import type { Files } from './scan-text.ts';

/** The view of the resource with an address, for tests of the kit. @throws when there is none */
export function viewOf(address: string, files: Files | string): ResourceView {
  const evaluation = openRoot(memoryFileSystem(typeof files === 'string' ? { 'main.tf': files } : files), '.');
  const estate = new EstateIndex(evaluation);
  const instance = evaluation.resources().find((resource) => resource.address === address);
  if (instance === undefined) throw new Error(`no resource ${address}`);
  return estate.viewOf(instance);
}
