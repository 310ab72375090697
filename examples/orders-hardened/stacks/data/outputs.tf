output "tables" {
  value = {
    for name, table in module.table : name => {
      name       = table.name
      arn        = table.arn
      stream_arn = table.stream_arn
    }
  }
}

output "idempotency_table_arn" {
  value = aws_dynamodb_table.idempotency.arn
}

output "buckets" {
  value = { for name, bucket in module.bucket : name => { id = bucket.id, arn = bucket.arn, domain = bucket.regional_domain_name } }
}

output "access_log_bucket" {
  value = module.access_logs.id
}

output "data_key_arn" {
  value = module.data_key.arn
}

output "log_key_arn" {
  value = module.log_key.arn
}

output "event_stream_arn" {
  value = aws_kinesis_stream.order_events.arn
}

output "label_file_system_id" {
  value = aws_efs_file_system.labels.id
}

output "orders_db" {
  value = {
    endpoint            = module.orders_db.endpoint
    password_secret_arn = module.orders_db.password_secret_arn
  }
}
