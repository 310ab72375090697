output "endpoint" {
  value = aws_db_instance.this.endpoint
}

output "arn" {
  value = aws_db_instance.this.arn
}

output "password_secret_arn" {
  value = one(aws_db_instance.this.master_user_secret[*].secret_arn)
}

output "security_group_id" {
  value = module.security_group.id
}
