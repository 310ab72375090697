import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';
import { addToList, listsText } from './listed-texts.ts';

function clusterWith(expression: string): ReturnType<typeof viewOf> {
  return viewOf(
    'aws_eks_cluster.shop',
    `variable "types" {
  type = list(string)
}

variable "type" {
  type = string
}

resource "aws_eks_cluster" "shop" {
  enabled_cluster_log_types = ${expression}
}
`,
  );
}

describe('whether a list has a text', () => {
  it.each([
    ['["api", "audit"]', 'true'],
    ['["api"]', 'false'],
    ['[]', 'false'],
    ['null', 'false'],
    ['["audit", var.type]', 'true'],
    ['["api", var.type]', 'unknown'],
    ['concat(["audit"], var.types)', 'true'],
    ['concat(["api"], var.types)', 'unknown'],
    ['var.types', 'unknown'],
    ['["Audit"]', 'false'],
  ])('%s: %s', (expression, answer) => {
    expect(listsText(clusterWith(expression).attribute('enabled_cluster_log_types'), 'audit')).toBe(answer);
  });
});

describe('adding to a list', () => {
  it.each([
    ['["api"]', '["api", "audit"]'],
    ['["audit"]', '["audit"]'],
    ['[]', '["audit"]'],
    ['null', '["audit"]'],
  ])('makes %s into %s', (expression, result) => {
    const fix = addToList(clusterWith(expression), 'enabled_cluster_log_types', ['audit']);
    expect(fix?.edits).toMatchObject([{ kind: 'setAttribute', expression: result }]);
  });

  it.each(['var.types', '["api", var.type]', 'concat(["api"], ["scheduler"])'])('leaves %s alone', (expression) => {
    expect(addToList(clusterWith(expression), 'enabled_cluster_log_types', ['audit'])).toBeUndefined();
  });
});
