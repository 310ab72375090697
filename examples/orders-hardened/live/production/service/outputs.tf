output "addresses" {
  value = {
    sites    = module.service.site_domains
    partners = module.service.partner_api
  }
}
