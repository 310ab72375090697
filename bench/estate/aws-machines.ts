import type { Piece } from './place.ts';

/** Machines, alone and in groups, and images of containers. */
export const AWS_MACHINES: readonly [Piece, ...Piece[]] = [
  {
    blocks: 2,
    text: ({ label, shared, slip, pick, between }) => `resource "aws_launch_template" "${label}" {
  name_prefix            = "\${${shared.name}}-${label}-"
  image_id               = "ami-0a1b2c3d4e5f67890"
  instance_type          = "${pick(['t4g.medium', 'm7g.large', 'c7g.xlarge'])}"
  vpc_security_group_ids = ${shared.groups}

  metadata_options {
    http_endpoint = "enabled"
    ${slip('http_tokens   = "required"', 'http_tokens   = "optional"', 'aws-ec2-enforce-launch-config-http-token-imds')}
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = ${between(2, 20) * 10}
      encrypted   = true
      kms_key_id  = ${shared.key}
    }
  }

  user_data = base64encode(<<-SCRIPT
    #!/bin/bash
    set -euo pipefail
    echo "STAGE=\${${shared.environment}}" >> /etc/${label}.conf
    systemctl enable --now ${label}
  SCRIPT
  )
}

resource "aws_autoscaling_group" "${label}" {
  name_prefix         = "\${${shared.name}}-${label}-"
  min_size            = 1
  max_size            = ${between(2, 12)}
  vpc_zone_identifier = ${shared.subnets}

  launch_template {
    id      = aws_launch_template.${label}.id
    version = aws_launch_template.${label}.latest_version
  }

  dynamic "tag" {
    for_each = ${shared.tags}

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, slip, between }) => `resource "aws_ecr_repository" "${label}" {
  for_each = toset(["app", "worker"])

  name                 = "\${${shared.name}}/${label}/\${each.key}"
  ${slip('image_tag_mutability = "IMMUTABLE"', 'image_tag_mutability = "MUTABLE"', 'aws-ecr-enforce-immutable-repository')}

  image_scanning_configuration {
    ${slip('scan_on_push = true', 'scan_on_push = false', 'aws-ecr-enable-image-scans')}
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = ${shared.key}
  }
}

resource "aws_ecr_lifecycle_policy" "${label}" {
  for_each = aws_ecr_repository.${label}

  repository = each.value.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the newest"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${between(10, 100)} }
      action       = { type = "expire" }
    }]
  })
}
`,
  },
  {
    blocks: 1,
    text: ({
      label,
      shared,
      quotedName,
      slip,
      note,
      between,
    }) => `${note('The old batch machine, until it moves into a container.')}resource "aws_instance" "${label}" {
  ami                    = "ami-0a1b2c3d4e5f67890"
  instance_type          = "t4g.small"
  subnet_id              = ${shared.subnets}[0]
  vpc_security_group_ids = ${shared.groups}

  metadata_options {
    ${slip('http_tokens = "required"', 'http_tokens = "optional"', 'aws-ec2-enforce-http-token-imds')}
  }

  root_block_device {
    volume_size = ${between(2, 20) * 10}
    ${slip('encrypted   = true', 'encrypted   = false', 'aws-ec2-enable-at-rest-encryption')}
  }

  tags = merge(${shared.tags}, { Name = ${quotedName} })
}
`,
  },
];
