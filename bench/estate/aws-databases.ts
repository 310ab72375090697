import type { Piece } from './place.ts';

/** Databases, caches, file systems and disks. */
export const AWS_DATABASES: readonly [Piece, ...Piece[]] = [
  {
    blocks: 3,
    text: ({ label, shared, quotedName, slip, note, pick, between }) => `resource "aws_db_subnet_group" "${label}" {
  name       = ${quotedName}
  subnet_ids = ${shared.subnets}
}

resource "aws_db_parameter_group" "${label}" {
  name_prefix = "\${${shared.name}}-${label}-"
  family      = "postgres16"

  dynamic "parameter" {
    for_each = merge({ "rds.force_ssl" = "1" }, { log_min_duration_statement = "${between(100, 900)}" })

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

${note('Restored from the snapshot of the old account in March.', 'Do not shrink: the reports of January need the memory.')}resource "aws_db_instance" "${label}" {
  identifier        = ${quotedName}
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "${pick(['db.t4g.medium', 'db.m7g.large', 'db.r7g.large'])}"
  allocated_storage = ${between(2, 40) * 10}

  username                            = "${label}_admin"
  manage_master_user_password         = true
  ${slip('iam_database_authentication_enabled = true', 'iam_database_authentication_enabled = false', 'aws-rds-enable-iam-auth')}

  ${slip('storage_encrypted = true', 'storage_encrypted = false', 'aws-rds-encrypt-instance-storage-data')}
  kms_key_id        = ${shared.key}

  multi_az               = ${shared.environment} == "production"
  db_subnet_group_name   = aws_db_subnet_group.${label}.name
  parameter_group_name   = aws_db_parameter_group.${label}.name
  ${slip('publicly_accessible    = false', 'publicly_accessible    = true', 'aws-rds-no-public-db-access')}
  ${slip('deletion_protection    = true', 'deletion_protection    = false', 'aws-rds-enable-deletion-protection')}
  vpc_security_group_ids = ${shared.groups}

  backup_retention_period         = ${shared.environment} == "production" ? 35 : 7
  performance_insights_enabled    = true
  performance_insights_kms_key_id = ${shared.key}
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]

  tags = ${shared.tags}
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, quotedName, slip, between }) => `resource "aws_elasticache_subnet_group" "${label}" {
  name        = ${quotedName}
  description = "Subnets of ${label}"
  subnet_ids  = ${shared.subnets}
}

resource "aws_elasticache_replication_group" "${label}" {
  replication_group_id = ${quotedName}
  description          = "Cache of ${label}"
  node_type            = "cache.t4g.small"
  num_cache_clusters   = ${between(2, 3)}
  subnet_group_name    = aws_elasticache_subnet_group.${label}.name

  at_rest_encryption_enabled = true
  ${slip('transit_encryption_enabled = true', 'transit_encryption_enabled = false', 'aws-elasticache-enable-in-transit-encryption')}
  kms_key_id                 = ${shared.key}
  snapshot_retention_limit   = 5

  tags = ${shared.tags}
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, quotedName, slip }) => `resource "aws_efs_file_system" "${label}" {
  creation_token = ${quotedName}
  ${slip('encrypted      = true', 'encrypted      = false', 'aws-efs-enable-at-rest-encryption')}
  kms_key_id     = ${shared.key}

  tags = merge(${shared.tags}, { Name = ${quotedName} })
}

resource "aws_efs_mount_target" "${label}" {
  count = length(${shared.subnets})

  file_system_id = aws_efs_file_system.${label}.id
  subnet_id      = element(${shared.subnets}, count.index)
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, quotedName, slip, between }) => `resource "aws_ebs_volume" "${label}" {
  availability_zone = "eu-central-1a"
  size              = ${between(2, 50) * 10}
  ${slip('encrypted         = true', 'encrypted         = false', 'aws-ebs-enable-volume-encryption')}
  kms_key_id        = ${shared.key}
  tags              = merge(${shared.tags}, { Name = ${quotedName} })
}
`,
  },
];
