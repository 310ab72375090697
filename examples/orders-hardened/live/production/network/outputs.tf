output "network" {
  description = "Read by the data and service roots."
  value       = module.network
}
