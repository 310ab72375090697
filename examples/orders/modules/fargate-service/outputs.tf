output "security_group_id" {
  value = module.security_group.id
}

output "task_role_name" {
  value = aws_iam_role.task.name
}

output "log_group_name" {
  value = module.log_group.name
}
