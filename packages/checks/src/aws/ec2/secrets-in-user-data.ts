import type { AttributeView, BlockView } from '../../kit/index.ts';
import { findSecretInScript, userDataOf } from '../../kit/index.ts';

/** A start-up script with a secret in it, or one that may hold one. */
export interface JudgedUserData {
  readonly at: AttributeView;
  /** What the secret is, for a message: `an AWS access key`; undefined when none is seen and the script is not known in full. */
  readonly secret: string | undefined;
}

/**
 * Searches the start-up scripts of a block in plain text and in base64, the known parts of templates included.
 * @param names of the arguments that hold them
 * @returns only scripts with a secret, and those that are not known in full
 */
export function judgeUserData(block: BlockView, names: readonly string[]): readonly JudgedUserData[] {
  const scripts = userDataOf(block, names);
  return names.flatMap((name) => {
    const at = block.attribute(name);
    const script = scripts.find(({ attribute }) => attribute === at);
    const secret = script === undefined ? undefined : findSecretInScript(script.script);
    return secret !== undefined || at.state === 'unknown' ? [{ at, secret }] : [];
  });
}
