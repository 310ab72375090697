import { type Choices, choicesOf } from './choices.ts';

/** How code of one folder refers to what all of it shares: `var.kms_key_arn` in a module, `aws_kms_key.main.arn` in a root. */
export interface Shared {
  readonly name: string;
  readonly environment: string;
  readonly tags: string;
  readonly key: string;
  readonly vpc: string;
  readonly subnets: string;
  readonly groups: string;
  readonly clients: string;
  readonly logBucket: string;
  readonly alarms: string;
}

/** Where a piece of code is written, and the choices made there. */
export interface Place extends Choices {
  /** Name of what the piece is about, such as `archive`; each piece of a folder has another. */
  readonly label: string;
  /** The same in names of the cloud, such as `archive-2`. */
  readonly dashed: string;
  readonly shared: Shared;
  /** A quoted name below the prefix of the folder: `"${local.name}-archive"`. */
  readonly quotedName: string;
  /** A comment line above a block, with its line break, or nothing. */
  readonly note: (...texts: readonly [string, ...string[]]) => string;
  /**
   * The right line, and rarely the wrong one.
   * @param check  id of the check that finds the wrong line: some mistakes are accepted with an ignore comment
   */
  readonly slip: (right: string, wrong: string, check?: string) => string;
}

/** Code about one thing: some resources that belong together. */
export interface Piece {
  /** Number of `resource` blocks that `text` writes. */
  readonly blocks: number;
  readonly text: (place: Place) => string;
}

const NOUNS: readonly string[] = (
  'archive uploads exports events sessions audit backups reports imports ledger assets jobs drafts ' +
  'receipts labels feeds quotes refunds parcels tickets accounts prices stock mailings invites ratings ' +
  'claims routes'
).split(' ');

/** Share of the accepted mistakes among all. */
const ACCEPTED = 0.12;
const NOTED = 0.3;

/** Makes the places of one folder, each with a label of its own. */
export function placesOf(folder: string, shared: Shared, mistakes: number): () => Place {
  const choices = choicesOf(folder);
  // Mistakes have choices of their own, so that more of them change nothing else.
  const luck = choicesOf(`${folder} mistakes`);
  let count = 0;
  return () => {
    const round = Math.floor(count / NOUNS.length);
    const noun = NOUNS[count++ % NOUNS.length] ?? '';
    const label = round === 0 ? noun : `${noun}_${round + 1}`;
    const dashed = label.replace('_', '-');
    return {
      ...choices,
      label,
      dashed,
      shared,
      quotedName: `"\${${shared.name}}-${dashed}"`,
      note: (...texts) => (choices.chance(NOTED) ? `# ${choices.pick(texts)}\n` : ''),
      slip: (right, wrong, check) => {
        const [isWrong, isAccepted] = [luck.chance(mistakes), luck.chance(ACCEPTED)];
        if (!isWrong) return right;
        return isAccepted && check !== undefined ? `${wrong} #tfsec:ignore:${check}` : wrong;
      },
    };
  };
}
