/**
 * Text that looks like real configurations: variables with descriptions, comments, tags, policies in heredocs, `for` expressions,
 * nested blocks. Deterministic.
 * @param sizeBytes  the text is at least this long; it is ASCII
 */
export function parseCorpus(sizeBytes: number): string {
  const pieces: string[] = [HEAD];
  let length = HEAD.length;
  for (let i = 0; length < sizeBytes; i++) {
    const piece = PIECES[i % PIECES.length]?.(i) ?? '';
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('\n');
}

const HEAD = `terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# Everything in this file belongs to the order service.
locals {
  name   = "orders-\${var.environment}"
  azs    = slice(data.aws_availability_zones.available.names, 0, 3)
  common = merge(var.tags, { Environment = var.environment, ManagedBy = "terraform" })
}
`;

const PIECES: readonly ((index: number) => string)[] = [
  (i) => `variable "instance_type_${i}" {
  description = "Type of the instances in group ${i}. Larger types cost more; see the price list of the region before you change it."
  type        = string
  default     = "m6i.large"

  validation {
    condition     = can(regex("^[a-z0-9]+\\\\.[a-z0-9]+$", var.instance_type_${i}))
    error_message = "The type must look like m6i.large."
  }
}
`,
  (i) => `# Buckets of tenant ${i}. Access goes through the gateway only,
# so nothing here is public.
resource "aws_s3_bucket" "tenant_${i}" {
  bucket        = "\${local.name}-tenant-${i}"
  force_destroy = false

  tags = merge(local.common, {
    Name = "\${local.name}-tenant-${i}"
    Tier = "standard"
  })
}

resource "aws_s3_bucket_server_side_encryption_configuration" "tenant_${i}" {
  bucket = aws_s3_bucket.tenant_${i}.id

  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_key.orders.arn
      sse_algorithm     = "aws:kms"
    }
  }
}
`,
  (i) => `resource "aws_security_group" "web_${i}" {
  name_prefix = "\${local.name}-web-${i}-"
  description = "Web servers of group ${i}"
  vpc_id      = module.vpc.vpc_id

  dynamic "ingress" {
    for_each = { for port in var.ports : tostring(port) => port if port > 0 }
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.${i % 256}.0.0/16", "192.168.0.0/24"]
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # updates of the system
  }

  lifecycle {
    create_before_destroy = true
  }
}
`,
  (i) => `data "aws_iam_policy_document" "worker_${i}" {
  statement {
    sid       = "ReadOrders"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = [aws_s3_bucket.orders.arn, "\${aws_s3_bucket.orders.arn}/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = [var.organization_id]
    }
  }
}

resource "aws_iam_role" "worker_${i}" {
  name = "worker-${i}"

  assume_role_policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "Service": "ec2.\${data.aws_partition.current.dns_suffix}" },
          "Action": "sts:AssumeRole"
        }
      ]
    }
  POLICY
}
`,
  (i) => `module "service_${i}" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.11.4"

  count = var.enabled && length(local.azs) >= 2 ? 1 : 0

  cpu                    = var.cpu == null ? 256 * (${i % 4} + 1) : var.cpu
  desired_count          = max(2, floor(var.capacity[${i % 8}] / 3))
  enable_execute_command = !var.production
  subnet_ids             = [for name, subnet in aws_subnet.private : subnet.id if !endswith(name, "-spare")]
  security_groups        = aws_security_group.web_${i}[*].id

  container_definitions = {
    app = {
      image     = "\${var.registry}/orders:\${var.image_tag}"
      essential = true
      port_mappings = [
        { name = "http", containerPort = 8080, protocol = "tcp" },
        { name = "metrics", containerPort = 9090, protocol = "tcp" },
      ]
    }
  }
}
`,
];
