output "addresses" {
  value = module.analytics
}
