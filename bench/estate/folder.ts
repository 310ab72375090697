import { type Callee, callText } from './call.ts';
import { type Choices, choicesOf } from './choices.ts';
import { type Cloud, IN_MODULE } from './cloud.ts';
import { type Piece, type Place, placesOf } from './place.ts';

/** Text of a folder by file name, and how many `resource` blocks it has. */
export interface Folder {
  readonly files: ReadonlyMap<string, string>;
  readonly resources: number;
}

/** What a module may be asked to do besides; calls pass some of it. */
const MODULE_VARIABLES = `variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "key" {
  description = "Key that everything is encrypted with."
  type        = string
}

variable "log_bucket" {
  type    = string
  default = "acme-access-logs"
}

variable "alarm_topic_arn" {
  type    = string
  default = "arn:aws:sns:eu-central-1:123456789012:alarms"
}
`;

/**
 * Writes pieces until there are as many resources as wanted; the last are chosen so that the number is exact.
 * @param pieces  at least one of them has a single block
 */
export function fill(
  wanted: number,
  pieces: readonly [Piece, ...Piece[]],
  place: () => Place,
  choices: Choices,
): string {
  const texts: string[] = [];
  for (let left = wanted; left > 0; ) {
    const [first, ...rest] = pieces.filter(({ blocks }) => blocks <= left);
    if (first === undefined) break;
    const piece = choices.pick([first, ...rest]);
    texts.push(piece.text(place()));
    left -= piece.blocks;
  }
  return texts.join('\n');
}

/** A module with the interface that all modules of its cloud have, about the pieces of one theme. */
export function moduleFolder(
  path: string,
  cloud: Cloud,
  pieces: readonly [Piece, ...Piece[]],
  resources: number,
  mistakes: number,
  callees: readonly Callee[] = [],
): Folder {
  const place = placesOf(path, IN_MODULE, mistakes);
  const calls = callees.map((callee) => callText(callee, cloud, IN_MODULE));
  return {
    resources,
    files: new Map([
      ['variables.tf', `${cloud.variables.map(declare).join('\n')}\n${MODULE_VARIABLES}`],
      ['main.tf', [...calls, fill(resources, pieces, place, choicesOf(path))].join('\n')],
      ['outputs.tf', 'output "name" {\n  description = "Prefix of every name."\n  value       = var.name\n}\n'],
    ]),
  };
}

export function declare({ name, type, description }: Cloud['variables'][number]): string {
  return `variable "${name}" {\n  description = "${description}"\n  type        = ${type}\n}\n`;
}
