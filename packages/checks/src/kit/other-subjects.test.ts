import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { describe, expect, it } from 'vitest';
import { EstateIndex } from './estate-index.ts';

const estate = new EstateIndex(
  openRoot(
    memoryFileSystem({
      'main.tf': `
        provider "aws" {
          alias  = "west"
          region = "eu-west-1"
        }

        variable "password" {
          default = "correct horse"
        }

        locals {
          token = "battery staple"
        }

        module "database" {
          source   = "./database"
          password = local.token
        }

        output "token" {
          value = local.token
        }

        data "aws_ami" "base" {
          owners = ["self"]
        }
      `,
      'terraform.tfvars': 'password = "from tfvars"',
      'database/main.tf': `
        variable "password" {}

        resource "aws_db_instance" "this" {
          password = var.password
        }
      `,
    }),
    '.',
  ),
);

describe('what an estate has besides resources', () => {
  it('lists each class with its addresses', () => {
    expect(addresses('*')).toEqual(['module.database.aws_db_instance.this']);
    expect(addresses('data.*')).toEqual(['data.aws_ami.base']);
    expect(addresses('data.aws_ami')).toEqual(['data.aws_ami.base']);
    expect(addresses('provider.aws')).toEqual(['provider.aws.west']);
    expect(addresses('module')).toEqual(['module.database']);
    expect(addresses('variable')).toEqual(['var.password', 'module.database.var.password']);
    expect(addresses('local')).toEqual(['local.token']);
    expect(addresses('output')).toEqual(['output.token']);
  });

  it('tells the value of a variable from its default', () => {
    const [own, inner] = estate.resources('variable');
    expect(own?.attribute('value').text()).toBe('from tfvars');
    expect(own?.attribute('default').text()).toBe('correct horse');
    expect(inner?.attribute('value').text()).toBe('battery staple');
    expect(inner?.attribute('default').state).toBe('absent');
  });

  it('reads the arguments of a call and of a provider', () => {
    expect(estate.resources('module')[0]?.attribute('password').text()).toBe('battery staple');
    expect(estate.resources('module')[0]?.attribute('password').isLiteral).toBe(false);
    expect(estate.resources('provider.aws')[0]?.attribute('region').text()).toBe('eu-west-1');
  });
});

function addresses(target: string): readonly string[] {
  return estate.resources(target).map((view) => view.address);
}
