module "kafka_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-kafka"
  description = "Kafka brokers"
  vpc_id      = var.network.vpc_id

  ingress = {
    tls = { description = "Clients over TLS", port = 9094, cidr = var.network.cidr }
  }
}

module "kafka_log_group" {
  source = "../../modules/log-group"

  name        = "/msk/${local.prefix}"
  kms_key_arn = var.log_key_arn
}

resource "aws_msk_cluster" "events" {
  cluster_name           = "${local.prefix}-events"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = length(var.network.private_subnet_ids)

  broker_node_group_info {
    instance_type   = var.kafka.instance_type
    client_subnets  = var.network.private_subnet_ids
    security_groups = [module.kafka_access.id]

    storage_info {
      ebs_storage_info {
        volume_size = var.kafka.volume_gib
      }
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = module.key.arn

    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = module.kafka_log_group.name
      }
    }
  }
}

# EMR turns the raw zone into the curated one, every night.
resource "aws_emr_security_configuration" "nightly" {
  name = "${local.prefix}-nightly"

  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = true

      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-KMS"
          AwsKmsKey      = module.key.arn
        }

        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = module.key.arn
          EnableEbsEncryption       = true
        }
      }

      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://${module.lake["raw"].id}/certificates/emr.zip"
        }
      }
    }
  })
}

data "aws_iam_policy_document" "emr_trust" {
  for_each = toset(["elasticmapreduce", "ec2"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "emr" {
  for_each = data.aws_iam_policy_document.emr_trust

  name               = "${local.prefix}-emr-${each.key}"
  assume_role_policy = each.value.json
}

resource "aws_iam_role_policy_attachment" "emr" {
  role       = aws_iam_role.emr["elasticmapreduce"].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonEMRServicePolicy_v2"
}

resource "aws_iam_role_policy" "emr_nodes" {
  name = "lake"
  role = aws_iam_role.emr["ec2"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource = [for zone in module.lake : "${zone.arn}/*"]
      },
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = values(module.lake)[*].arn
      },
    ]
  })
}

resource "aws_iam_instance_profile" "emr" {
  name = "${local.prefix}-emr"
  role = aws_iam_role.emr["ec2"].name
}

resource "aws_emr_cluster" "nightly" {
  name                   = "${local.prefix}-nightly"
  release_label          = "emr-7.5.0"
  applications           = ["Spark"]
  service_role           = aws_iam_role.emr["elasticmapreduce"].arn
  security_configuration = aws_emr_security_configuration.nightly.name
  log_uri                = "s3://${module.lake["raw"].id}/emr/"

  ec2_attributes {
    instance_profile = aws_iam_instance_profile.emr.arn
    subnet_id        = var.network.private_subnet_ids[0]
  }

  master_instance_group {
    instance_type = "m7g.xlarge"
  }

  core_instance_group {
    instance_type  = "m7g.xlarge"
    instance_count = var.emr.nodes

    ebs_config {
      type                 = "gp3"
      size                 = 100
      volumes_per_instance = 1
    }
  }
}
