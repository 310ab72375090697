output "security_group_id" {
  value = module.security_group.id
}

output "task_role_name" {
  value = aws_iam_role.task.name
}

output "log_group_name" {
  value = module.log_group.name
}

output "arn" {
  value = aws_ecs_service.this.id
}

output "role_arns" {
  value = [aws_iam_role.execution.arn, aws_iam_role.task.arn]
}
