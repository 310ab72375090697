/** The four answers a setting can give. A null is absent; a value of a type that Terraform would refuse is unknown. */
export type Truth = 'true' | 'false' | 'unknown' | 'absent';

/** The three answers to a question that has no "not written". */
export type Answer = 'true' | 'false' | 'unknown';

/** `true` when one answer is, else `unknown` when one is, else `false`. */
export function anyOf(answers: Iterable<Truth>): Answer {
  let result: Answer = 'false';
  for (const answer of answers) {
    if (answer === 'true') return 'true';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** `false` when one answer is false or absent, else `unknown` when one is, else `true`. */
export function allOf(answers: Iterable<Truth>): Answer {
  let result: Answer = 'true';
  for (const answer of answers) {
    if (answer === 'false' || answer === 'absent') return 'false';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

export function not(answer: Truth): Answer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'true' ? 'false' : 'true';
}

export function answerOf(claim: boolean): 'true' | 'false' {
  return claim ? 'true' : 'false';
}
