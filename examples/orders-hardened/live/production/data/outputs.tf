output "data" {
  description = "Read by the service root."
  value       = module.data
}
