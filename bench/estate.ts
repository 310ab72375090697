import { SIZES, writeEstate } from './estate/write-estate.ts';

/** Writes an estate to play with: `npm run bench -- estate DIR [small | medium | large]`. What is in DIR is removed first. */
export function run([directory, name = 'large']: readonly string[]): void {
  const size = Object.entries(SIZES).find(([known]) => known === name)?.[1];
  if (directory === undefined || size === undefined) {
    throw new Error(`usage: npm run bench -- estate DIR [${Object.keys(SIZES).join(' | ')}]`);
  }
  const { files, bytes, resources } = writeEstate(directory, size);
  console.log(
    `${directory}: ${files} files, ${(bytes / 1e6).toFixed(2)} MB, ${size.roots} roots, ${size.calls} module calls, ${resources} resources`,
  );
}
