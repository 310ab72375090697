# Kubernetes for the jobs of the data scientists, who would not hear of anything else.

data "aws_iam_policy_document" "batch_trust" {
  for_each = { cluster = "eks", nodes = "ec2" }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.value}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "batch" {
  for_each = data.aws_iam_policy_document.batch_trust

  name               = "${local.prefix}-batch-${each.key}"
  assume_role_policy = each.value.json
}

resource "aws_iam_role_policy_attachment" "batch" {
  for_each = {
    AmazonEKSClusterPolicy             = "cluster"
    AmazonEKSWorkerNodePolicy          = "nodes"
    AmazonEKS_CNI_Policy               = "nodes"
    AmazonEC2ContainerRegistryPullOnly = "nodes"
  }

  role       = aws_iam_role.batch[each.value].name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

resource "aws_eks_cluster" "batch" {
  name     = "${local.prefix}-batch"
  role_arn = aws_iam_role.batch["cluster"].arn
  version  = "1.33"

  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  vpc_config {
    subnet_ids              = var.network.private_subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = false
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = module.key.arn
    }
  }

  depends_on = [aws_iam_role_policy_attachment.batch]
}

resource "aws_launch_template" "batch" {
  name_prefix = "${local.prefix}-batch-"

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 80
      volume_type = "gp3"
      encrypted   = true
      kms_key_id  = module.key.arn
    }
  }
}

resource "aws_eks_node_group" "batch" {
  cluster_name    = aws_eks_cluster.batch.name
  node_group_name = "general"
  node_role_arn   = aws_iam_role.batch["nodes"].arn
  subnet_ids      = var.network.private_subnet_ids
  instance_types  = ["m7g.xlarge"]

  launch_template {
    id      = aws_launch_template.batch.id
    version = aws_launch_template.batch.latest_version
  }

  scaling_config {
    min_size     = 0
    desired_size = 1
    max_size     = 8
  }
}
