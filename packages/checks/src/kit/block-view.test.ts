import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';

const GROUP = `
variable "ports" { type = list(number) }

resource "aws_security_group" "shop" {
  ingress {
    from_port = 443
  }

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port = ingress.value
      to_port   = 22
    }
  }

  dynamic "egress" {
    for_each = var.ports
    content {
      from_port = egress.value
    }
  }

  dynamic "timeouts" {
    for_each = ["10m"]
    content {
      create = timeouts.value
    }
  }
}
`;

describe('blocks of a view', () => {
  const group = viewOf('aws_security_group.shop', GROUP);

  it('are all there, and say whether they are certain', () => {
    expect(group.blocks('ingress').map((block) => block.exists)).toEqual(['true', 'unknown']);
    expect(group.blocks('egress').map((block) => block.exists)).toEqual(['unknown']);
    expect(group.blocks('revoke')).toEqual([]);
  });

  it('answer whether one may be there', () => {
    expect(group.mayHaveBlock('ingress')).toBe('true');
    expect(group.mayHaveBlock('egress')).toBe('unknown');
    expect(group.mayHaveBlock('timeouts')).toBe('true');
    expect(group.mayHaveBlock('revoke')).toBe('false');
  });

  it('are found one by one only when they are certain', () => {
    expect(group.block('ingress')?.attribute('from_port').number()).toBe(443);
    expect(group.block('egress')).toBeUndefined();
  });

  it('know their path, their resource and whether they can be edited', () => {
    const [written, generated] = group.blocks('ingress');
    expect(written?.path).toBe('ingress');
    expect(written?.owner.address).toBe('aws_security_group.shop');
    expect(written?.syntax).toBeDefined();
    expect(generated?.syntax).toBeUndefined();
    expect(written?.enclosing).toHaveLength(2);
  });
});

describe('paths through blocks', () => {
  const bucket = viewOf(
    'aws_s3_bucket.logs',
    `
    resource "aws_s3_bucket" "logs" {
      lifecycle_rule {
        enabled = true
        expiration { days = 30 }
      }
      lifecycle_rule {
        enabled = false
        expiration { days = 90 }
      }
      tags = { team = "shop", "cost centre" = "12" }
      versioning = [{ enabled = true }]
    }
    `,
  );

  it('take the first block of each step', () => {
    expect(bucket.attribute('lifecycle_rule.expiration.days').number()).toBe(30);
    expect(bucket.block('lifecycle_rule.expiration')?.path).toBe('lifecycle_rule.expiration');
  });

  it('visit every block when asked for all', () => {
    expect(bucket.blocks('lifecycle_rule.expiration').map((block) => block.attribute('days').number())).toEqual([
      30, 90,
    ]);
  });

  it('go into maps and into blocks written as lists of objects', () => {
    expect(bucket.attribute('tags.team').text()).toBe('shop');
    expect(bucket.attribute('tags.owner').state).toBe('absent');
    expect(bucket.attribute('versioning.enabled').truth()).toBe('true');
    expect(bucket.blocks('versioning')).toHaveLength(1);
  });

  it('end at the nearest block that exists', () => {
    const absent = bucket.attribute('lifecycle_rule.transition.days');
    expect(absent.state).toBe('absent');
    expect(absent.block.path).toBe('lifecycle_rule');
    expect(absent.path).toBe('lifecycle_rule.transition.days');
  });

  it('are unknown behind a block that may be there', () => {
    const group = viewOf('aws_security_group.shop', GROUP);
    expect(group.attribute('egress.from_port').state).toBe('unknown');
    expect(group.attribute('egress.from_port').waitsFor.map((origin) => origin.subject.address)).toEqual(['var.ports']);
  });
});
