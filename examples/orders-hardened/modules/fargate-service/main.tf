data "aws_region" "current" {}

module "log_group" {
  source = "../log-group"

  name           = "/ecs/${var.name}"
  retention_days = var.log_retention_days
  kms_key_arn    = var.log_kms_key_arn

  metric_filters = {
    "${var.name}-errors" = { pattern = "{ $.level = \"error\" }" }
  }
}

module "security_group" {
  source = "../security-group"

  name        = var.name
  description = "Tasks of ${var.name}"
  vpc_id      = var.vpc_id

  egress = var.egress

  ingress = var.load_balancer == null ? {} : {
    load_balancer = {
      description       = "From the load balancer"
      port              = var.port
      security_group_id = var.load_balancer.security_group_id
    }
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([
    {
      name      = "app"
      image     = var.image
      essential = true

      portMappings = [{ containerPort = var.port, protocol = "tcp" }]

      environment = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
      secrets     = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]

      readonlyRootFilesystem = true

      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = module.log_group.name
          "awslogs-region"        = data.aws_region.current.region
          "awslogs-stream-prefix" = "app"
        }
      }
    }
  ])

  dynamic "volume" {
    for_each = var.shared_volume == null ? [] : [var.shared_volume]

    content {
      name = "shared"

      efs_volume_configuration {
        file_system_id     = volume.value.file_system_id
        transit_encryption = "ENABLED"
      }
    }
  }
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = var.tasks.min
  launch_type     = "FARGATE"

  # For a shell in a running task. On request only.
  enable_execute_command = var.allow_shell

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [module.security_group.id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.this

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = "app"
      container_port   = var.port
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_lb_target_group" "this" {
  count = var.load_balancer == null ? 0 : 1

  name        = var.name
  vpc_id      = var.vpc_id
  port        = var.port
  protocol    = "HTTP"
  target_type = "ip"

  health_check {
    path    = var.health_path
    matcher = "200"
  }
}

resource "aws_lb_listener_rule" "this" {
  count = var.load_balancer == null ? 0 : 1

  listener_arn = var.load_balancer.listener_arn
  priority     = var.load_balancer.priority

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }

  condition {
    path_pattern {
      values = var.load_balancer.paths
    }
  }
}

resource "aws_appautoscaling_target" "this" {
  count = var.tasks.max > var.tasks.min ? 1 : 0

  service_namespace  = "ecs"
  resource_id        = "service/${split("/", var.cluster_arn)[1]}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = var.tasks.min
  max_capacity       = var.tasks.max
}

resource "aws_appautoscaling_policy" "cpu" {
  for_each = { for index, target in aws_appautoscaling_target.this : "cpu" => target }

  name               = "${var.name}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = each.value.service_namespace
  resource_id        = each.value.resource_id
  scalable_dimension = each.value.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
