import { applyEditGroups } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import { scanText } from '../../testing/scan-text.ts';
import { defineCheck } from './define-check.ts';
import { edit } from './edit.ts';
import { editsOfFix } from './edits-of-fix.ts';
import { dedent } from './hcl-text.ts';

const closeEndpoint = defineCheck({
  id: 'aws-eks-close-endpoint',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_eks_cluster',
  title: 'Close',
  why: 'Close.',
  harm: 'Close.',
  remedy: 'Close.',
  links: ['https://example.com'],
  alsoKnownAs: {},
  messages: { open: '{address}' },
  examples: () => [{ bad: '', expect: 'open' }],
  good: () => [''],
  evaluate(cluster, report) {
    const fix = edit.all(
      edit.setAttribute(cluster, 'vpc_config.endpoint_public_access', 'false'),
      edit.setAttribute(cluster, 'vpc_config.endpoint_private_access', 'true'),
    );
    report.fail({ message: 'open', at: cluster, fix });
  },
});

/** The text after the one fix of its one finding. */
function mend(text: string): string | undefined {
  const [finding] = scanText({ 'main.tf': text }, [closeEndpoint]).findings;
  const edits = finding?.fix === undefined ? undefined : editsOfFix(finding.fix);
  return edits && applyEditGroups(text, [edits]).text;
}

describe('a fix of several edits', () => {
  it('adds two arguments to one block', () => {
    const text = `
      resource "aws_eks_cluster" "shop" {
        vpc_config {
          subnet_ids = ["subnet-0123456789abcdef0"]
        }
      }
    `;
    const mended = `
      resource "aws_eks_cluster" "shop" {
        vpc_config {
          subnet_ids              = ["subnet-0123456789abcdef0"]
          endpoint_public_access  = false
          endpoint_private_access = true
        }
      }
    `;
    expect(mend(dedent(text))).toBe(dedent(mended));
  });

  it('is not made in part when the file has a syntax error', () => {
    expect(mend('resource "aws_eks_cluster" "shop" {\n  vpc_config {}\n}\n\nlocals {\n  a = \n}\n')).toBeUndefined();
  });
});
