output "arn" {
  value = aws_sqs_queue.this.arn
}

output "url" {
  value = aws_sqs_queue.this.url
}

output "dead_letter_name" {
  value = aws_sqs_queue.dead.name
}
