import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';

const TABLE = viewOf(
  'aws_example.orders',
  `
  variable "unknown" {}
  variable "names" { type = list(string) }
  variable "secret" {
    default   = "hush"
    sensitive = true
  }

  resource "aws_kms_key" "orders" {}

  resource "aws_example" "orders" {
    yes          = true
    yes_text     = "true"
    one_text     = "1"
    one          = 1
    maybe        = "yes"
    nothing      = null
    open         = var.unknown
    port         = "22"
    key          = aws_kms_key.orders.arn
    key_text     = "arn:\${var.unknown}"
    group        = "\${var.unknown}:*"
    empty        = ""
    names        = ["a", var.unknown, "c"]
    more         = concat(["a"], var.names)
    tags         = { team = "shop", owner = var.unknown }
    both_wrong   = var.unknown ? "TLS1_0" : "TLS1_1"
    one_wrong    = var.unknown ? "TLS1_0" : "TLS1_2"
    perhaps      = var.unknown ? "TLS1_0" : null
    template     = "\${var.secret}"
    negative     = -1
  }
  `,
);

const attribute = (name: string): ReturnType<typeof TABLE.attribute> => TABLE.attribute(name);

describe('truth', () => {
  it.each([
    ['yes', 'true'],
    ['yes_text', 'true'],
    ['one_text', 'true'],
    ['one', 'unknown'],
    ['maybe', 'unknown'],
    ['nothing', 'absent'],
    ['missing', 'absent'],
    ['open', 'unknown'],
  ])('of %s is %s', (name, truth) => {
    expect(attribute(name).truth()).toBe(truth);
  });
});

describe('text and numbers', () => {
  it('are converted as Terraform converts them', () => {
    expect(attribute('one').text()).toBe('1');
    expect(attribute('yes').text()).toBe('true');
    expect(attribute('port').number()).toBe(22);
    expect(attribute('tags').text()).toBeUndefined();
    expect(attribute('open').text()).toBeUndefined();
  });

  it('compare with four answers', () => {
    expect(attribute('port').compares((port) => port < 1024)).toBe('true');
    expect(attribute('missing').compares((port) => port < 1024)).toBe('absent');
    expect(attribute('maybe').equals('YES', true)).toBe('true');
    expect(attribute('maybe').equals('YES')).toBe('false');
    expect(attribute('open').equals('yes')).toBe('unknown');
  });

  it('use what is known of an unknown text', () => {
    expect(attribute('key_text').equals('alias/aws/dynamodb')).toBe('false');
    expect(attribute('key_text').equals('arn:aws:kms')).toBe('unknown');
  });

  it('ask both results of a conditional that is not decided', () => {
    expect(attribute('both_wrong').isOneOf(['TLS1_2', 'TLS1_3'])).toBe('false');
    expect(attribute('one_wrong').isOneOf(['TLS1_2', 'TLS1_3'])).toBe('unknown');
    expect(attribute('perhaps').isOneOf(['TLS1_2', 'TLS1_3'])).toBe('unknown');
  });
});

describe('isSet', () => {
  it.each([
    ['key', 'true'],
    ['key_text', 'true'],
    ['group', 'true'],
    ['open', 'unknown'],
    ['empty', 'false'],
    ['nothing', 'false'],
    ['missing', 'false'],
    ['names', 'true'],
  ])('of %s is %s', (name, answer) => {
    expect(attribute(name).isSet()).toBe(answer);
  });
});

describe('items and members', () => {
  it('have states and places of their own', () => {
    const items = attribute('names').items();
    expect(items.map((item) => item.state)).toEqual(['known', 'unknown', 'known']);
    expect(items.map((item) => item.path)).toEqual(['names[0]', 'names[1]', 'names[2]']);
    const { file, start, end } = items[2]?.range ?? attribute('names').range;
    expect(file.text.slice(start, end)).toBe('"c"');
    expect(attribute('names').hasUnknownItems).toBe(true);
  });

  it('are found in lists that are partly unknown', () => {
    expect(attribute('more').state).toBe('unknown');
    expect(
      attribute('more')
        .items()
        .map((item) => item.text()),
    ).toEqual(['a']);
  });

  it('of maps are found by key', () => {
    expect(
      attribute('tags')
        .entries()
        .map((entry) => entry.name),
    ).toEqual(['owner', 'team']);
    expect(attribute('tags').member('owner').state).toBe('unknown');
    expect(attribute('tags').member('missing').state).toBe('absent');
  });
});

describe('what a view says about itself', () => {
  it('is literal only when a constant stands in the code', () => {
    expect(['yes', 'maybe', 'negative', 'nothing', 'empty'].map((name) => attribute(name).isLiteral)).toEqual(
      Array<boolean>(5).fill(true),
    );
    expect(['open', 'key', 'key_text', 'names', 'missing'].map((name) => attribute(name).isLiteral)).toEqual(
      Array<boolean>(5).fill(false),
    );
  });

  it('knows secrets and what it waits for', () => {
    expect(attribute('template').isSensitive).toBe(true);
    expect(attribute('key').waitsFor.map((origin) => origin.subject.address + origin.path)).toEqual([
      'aws_kms_key.orders.arn',
    ]);
  });

  it('finds the resource it refers to', () => {
    expect(
      attribute('key')
        .refersTo('aws_kms_key')
        .found.map((key) => key.address),
    ).toEqual(['aws_kms_key.orders']);
    expect(attribute('key').refersTo('aws_s3_bucket').answer).toBe('false');
    expect(attribute('open').refersTo('aws_kms_key').answer).toBe('unknown');
  });
});
