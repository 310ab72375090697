output "kafka_brokers" {
  value = aws_msk_cluster.events.bootstrap_brokers_tls
}

output "warehouse" {
  value = aws_redshift_cluster.this.endpoint
}

output "order_search" {
  value = aws_opensearch_domain.orders.endpoint
}
