import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How large a generated estate is. */
export interface EstateSize {
  /** Root folders, each with calls of its own modules. */
  readonly roots: number;
  /** Module calls in each root; each call has a folder of its own. */
  readonly modules: number;
  /** Resources in each module, before `for_each`. */
  readonly resources: number;
}

/** Writes an estate that looks like real ones: variables, locals, `for_each`, dynamic blocks, policies. Deterministic. */
export function writeEstate(directory: string, size: EstateSize): { bytes: number; resources: number } {
  rmSync(directory, { recursive: true, force: true });
  let bytes = 0;
  const write = (path: string, text: string): void => {
    writeFileSync(join(directory, path), text);
    bytes += text.length;
  };
  for (let r = 0; r < size.roots; r++) {
    const calls: string[] = [];
    for (let m = 0; m < size.modules; m++) {
      const folder = `root-${r}/modules/unit-${m}`;
      mkdirSync(join(directory, folder), { recursive: true });
      const resources = Array.from({ length: size.resources }, (_, i) => resourceText(i));
      write(`${folder}/main.tf`, MODULE_HEAD + resources.join('\n'));
      calls.push(
        `module "unit_${m}" {\n  source      = "./modules/unit-${m}"\n  environment = var.environment\n  recovery    = local.recovery["${m % 2 === 0 ? 'on' : 'off'}"]\n}\n`,
      );
    }
    mkdirSync(join(directory, `root-${r}`), { recursive: true });
    write(`root-${r}/main.tf`, ROOT_HEAD + calls.join('\n'));
  }
  return { bytes, resources: size.roots * size.modules * size.resources };
}

const ROOT_HEAD = `variable "environment" {
  type    = string
  default = "staging"
}

locals {
  recovery = { on = true, off = false }
}

`;

const MODULE_HEAD = `variable "environment" {
  type = string
}

variable "recovery" {
  type    = bool
  default = true
}

locals {
  prefix = "orders-\${var.environment}"
  tags   = merge({ Environment = var.environment }, { Team = "orders" })
}

`;

function resourceText(index: number): string {
  switch (index % 5) {
    case 0:
      return `resource "aws_dynamodb_table" "table_${index}" {
  name         = "\${local.prefix}-${index}"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  tags         = local.tags

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.recovery
  }
}
`;
    case 1:
      return `resource "aws_s3_bucket" "bucket_${index}" {
  bucket = "\${local.prefix}-bucket-${index}"
  tags   = local.tags
}

resource "aws_s3_bucket_public_access_block" "bucket_${index}" {
  bucket                  = aws_s3_bucket.bucket_${index}.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`;
    case 2:
      return `resource "aws_security_group" "group_${index}" {
  name = "\${local.prefix}-${index}"

  dynamic "ingress" {
    for_each = toset(["80", "443"])
    content {
      description = "from the office"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.${index % 250}.0.0/16"]
    }
  }
}
`;
    case 3:
      return `resource "aws_iam_policy" "policy_${index}" {
  name = "\${local.prefix}-${index}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = ["arn:aws:s3:::\${local.prefix}-${index}/*"]
    }]
  })
}
`;
    default:
      return `resource "aws_db_instance" "database_${index}" {
  for_each            = { primary = "db.t3.medium", replica = "db.t3.small" }
  identifier          = "\${local.prefix}-${index}-\${each.key}"
  instance_class      = each.value
  engine              = "postgres"
  publicly_accessible = each.key == "primary" ? false : !var.recovery
  storage_encrypted   = true
}
`;
  }
}
